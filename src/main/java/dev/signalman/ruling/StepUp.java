package dev.signalman.ruling;

/** Which decisions about a promotion need a second factor, beyond the person's account in Slack. */
public enum StepUp {
    /** None. */
    NONE,
    /** Each approval that counts. */
    VOTES,
    /** The approval that completes the needed number. */
    LAST_VOTE,
    /** Breaking the glass. */
    BREAK_GLASS,
    /** Each approval, and breaking the glass. */
    ALL;

    /** Whether every approval needs one. */
    public boolean everyVote() {
        return this == VOTES || this == ALL;
    }

    /** Whether breaking the glass needs one. */
    public boolean glass() {
        return this == BREAK_GLASS || this == ALL;
    }

    /** Whether some approval needs one. */
    public boolean votes() {
        return everyVote() || this == LAST_VOTE;
    }
}
