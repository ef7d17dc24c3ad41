package dev.signalman.simulator.semaphore;

/** Why a block or a pipeline ended as it did; what passed carries {@link #TEST}, which says nothing. */
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
