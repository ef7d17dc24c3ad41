package dev.signalman.dispatch;

/** An invocation could not be recorded, so it was not taken; the person is told to try again. */
public final class NotTakenException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Tells why. */
    public NotTakenException(Throwable cause) {
        super("The database did not take it", cause);
    }
}
