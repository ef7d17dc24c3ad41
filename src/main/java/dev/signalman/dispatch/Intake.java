package dev.signalman.dispatch;

/** Records invocations durably before Slack is answered. */
public interface Intake {
    /**
     * Records an invocation, unless it was recorded before.
     *
     * @throws IntakeFailedException when it cannot be recorded; nothing was stored
     */
    Taking take(Invocation invocation);

    /** The result of recording an invocation. */
    enum Taking {
        /** It is new, and will be processed. */
        NEW,
        /** It was recorded before. */
        REPEATED,
        /** It is a press on a card that was already pressed since it was drawn. */
        TOO_LATE
    }
}
