package dev.signalman.feature.approvals.request;

/** State of a request. */
public enum RequestState {
    /** Waiting for votes. */
    WAITING,
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
        return this != WAITING && this != GRANTED && this != PROMOTED;
    }
}
