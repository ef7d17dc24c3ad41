package dev.signalman.domain;

/** Why a pipeline or block ended. {@code TEST} on a passed one has no meaning. */
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
