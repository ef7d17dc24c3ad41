package dev.signalman.simulator.semaphore;

/** Why a block or pipeline ended; a passed one has {@link #TEST}, which means nothing. */
public enum SimulatedResultReason {
    TEST,
    MALFORMED,
    STUCK,
    USER,
    INTERNAL,
    STRATEGY,
    FAST_FAILING,
    DELETED,
    TIMEOUT,
    SKIPPED
}
