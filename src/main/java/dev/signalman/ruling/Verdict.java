package dev.signalman.ruling;

/** A rule's verdict. Only {@link #MET} lets a wish pass. */
public enum Verdict {
    MET,
    /** Votes can still meet it. */
    VOTES,
    /** Time may meet it without a vote, so a request may stay open. */
    WAITS,
    /** The requester can meet it by filling in a form. */
    FORM,
    /** Not met, and never will be for this wish. */
    REFUSED,
    /** Unknown now, so not met. */
    UNKNOWN
}
