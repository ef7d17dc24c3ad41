package dev.signalman.dispatch;

/** An invocation could not be recorded. Nothing was stored. */
public final class IntakeFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Wraps the cause. */
    public IntakeFailedException(Throwable cause) {
        super("The database did not take it", cause);
    }
}
