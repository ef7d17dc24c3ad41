package dev.signalman.dispatch;

/** Another process works on this invocation now. The receiver stops at once and reports nothing. */
public final class LostClaimException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Names the invocation. */
    public LostClaimException(String invocationId) {
        super("Taken over by another process: " + invocationId);
    }
}
