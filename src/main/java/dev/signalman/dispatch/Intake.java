package dev.signalman.dispatch;

/** Takes invocations in, durably, before Slack is answered. */
public interface Intake {
    /**
     * Records an invocation, unless it was recorded before.
     *
     * @throws IntakeFailedException when it cannot be recorded; then nothing was
     */
    Taking take(Invocation invocation);

    /** What became of it. */
    enum Taking {
        /** It is new, and will be worked on. */
        NEW,
        /** It was taken before. */
        REPEATED,
        /** It is a press on a card whose buttons are gone, or were since it was drawn, as it was pressed already. */
        TOO_LATE
    }
}
