package dev.signalman.domain;

/** Why a pipeline or block ended as it did; of a passed one Semaphore says {@code TEST}, which means nothing. */
public enum ResultReason {
    TEST,
    MALFORMED,
    STUCK,
    USER,
    INTERNAL,
    STRATEGY,
    FAST_FAILING,
    DELETED,
    TIMEOUT,
    SKIPPED,
    UNKNOWN
}
