package dev.signalman.feature.approvals;

/** How a request stands. */
enum RequestState {
    /** It waits for votes. */
    WAITING,
    /** The last vote is in; the promotion is being carried out. */
    GRANTED,
    /** It was promoted; the deploy runs. */
    PROMOTED,
    /** The deploy passed. */
    DEPLOYED,
    /** It could not be promoted, or the deploy did not pass. */
    FAILED,
    /** Nobody can tell whether it was promoted. */
    UNCLEAR,
    /** Somebody who may approve turned it down. */
    REJECTED,
    /** Whoever asked took it back. */
    WITHDRAWN,
    /** Its time was over before the votes were in. */
    EXPIRED,
    /** That pipeline, or a newer one, went through that promotion elsewhere. */
    OVERTAKEN,
    /** The votes were in, and another rule was not met. */
    REFUSED;

    /** Whether nothing more becomes of it. */
    boolean ended() {
        return this != WAITING && this != GRANTED && this != PROMOTED;
    }
}
