package dev.signalman.dispatch;

/** What a decision rested on has changed before it could be written down, so nothing was; whoever decided decides anew. */
public final class StaleDecisionException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Of this. */
    public StaleDecisionException(String what) {
        super(what + " has changed meanwhile", null, false, false);
    }
}
