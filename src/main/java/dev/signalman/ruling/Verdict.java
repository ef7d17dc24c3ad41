package dev.signalman.ruling;

/** How a rule judges. Only {@link #MET} lets pass. */
public enum Verdict {
    /** It is met. */
    MET,
    /** Votes could still meet it. */
    VOTES,
    /** It may be met later, without a vote: a request for it may stay open. */
    WAITS,
    /** Whoever asks could meet it by filling in a form. */
    FORM,
    /** It is not met, and will not be for this wish. */
    REFUSED,
    /** Nobody can tell now whether it is met, so it is not. */
    UNKNOWN
}
