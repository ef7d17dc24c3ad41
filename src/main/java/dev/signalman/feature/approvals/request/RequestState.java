package dev.signalman.feature.approvals.request;

/** State of a request. */
public enum RequestState {
    /** Waiting for votes. */
    WAITING,
    /** It has all votes that it needs, and waits for its time. */
    SCHEDULED,
    /** The last vote is in, and the promotion is being carried out. */
    GRANTED,
    /** Promoted; the deploy runs. */
    PROMOTED,
    DEPLOYED,
    /** The promotion or the deploy failed. */
    FAILED,
    /** Unknown whether it was promoted. */
    UNCLEAR,
    /** An approver rejected it. */
    REJECTED,
    /** The requester withdrew it. */
    WITHDRAWN,
    /** Its time ran out before it had enough votes. */
    EXPIRED,
    /** The same or a newer pipeline was promoted elsewhere. */
    OVERTAKEN,
    /** It had enough votes, but another rule was not met. */
    REFUSED;

    public boolean ended() {
        return !pending() && this != GRANTED && this != PROMOTED;
    }

    /** Whether it waits for votes or for its time, so that it can be rejected or withdrawn. */
    public boolean pending() {
        return this == WAITING || this == SCHEDULED;
    }
}
