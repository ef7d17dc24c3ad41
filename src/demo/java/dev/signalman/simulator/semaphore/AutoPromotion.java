package dev.signalman.simulator.semaphore;

/** When a promotion is made automatically, decided when a pipeline is done. */
public enum AutoPromotion {
    NEVER,
    WHEN_PASSED,
    /** A condition that names no result: failed and stopped pipelines are promoted too. */
    ALWAYS;

    boolean holds(SimulatedResult result) {
        return this == ALWAYS || (this == WHEN_PASSED && result == SimulatedResult.PASSED);
    }
}
