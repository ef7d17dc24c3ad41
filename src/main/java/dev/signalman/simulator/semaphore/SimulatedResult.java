package dev.signalman.simulator.semaphore;

/** How a job, a block or a pipeline ended; only blocks and pipelines are ever canceled. */
public enum SimulatedResult {
    PASSED,
    FAILED,
    STOPPED,
    CANCELED
}
