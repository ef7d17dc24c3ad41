package dev.signalman.simulator.semaphore;

/** How a job, a block or a pipeline ended; only blocks and pipelines are ever canceled. */
public enum Outcome {
    PASSED,
    FAILED,
    STOPPED,
    CANCELED
}
