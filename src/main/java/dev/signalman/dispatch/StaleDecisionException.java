package dev.signalman.dispatch;

/** The data of a decision changed before the decision was recorded. Nothing was stored; decide again. */
public final class StaleDecisionException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Names the data that changed. */
    public StaleDecisionException(String what) {
        super(what + " has changed meanwhile", null, false, false);
    }
}
