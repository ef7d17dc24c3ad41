package dev.signalman.dispatch;

/** Somebody else works on this invocation now; whoever gets this stops at once and says nothing. */
public final class LostClaimException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Tells which invocation it is. */
    public LostClaimException(String invocationId) {
        super("Taken over by another process: " + invocationId);
    }
}
