package dev.signalman.simulator.semaphore;

/** Result of a job, block or pipeline; jobs are never canceled. */
public enum SimulatedResult {
    PASSED,
    FAILED,
    STOPPED,
    CANCELED
}
