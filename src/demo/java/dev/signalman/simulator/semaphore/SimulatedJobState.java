package dev.signalman.simulator.semaphore;

/** State of a job in a detailed pipeline; the jobs API uses other words. */
public enum SimulatedJobState {
    ENQUEUED,
    RUNNING,
    STOPPING,
    FINISHED
}
