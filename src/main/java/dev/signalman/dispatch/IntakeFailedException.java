package dev.signalman.dispatch;

/** An invocation could not be recorded, so it was not taken; the person is told to try again. */
public final class IntakeFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Tells why. */
    public IntakeFailedException(Throwable cause) {
        super("The database did not take it", cause);
    }
}
