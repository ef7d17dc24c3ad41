package dev.signalman.simulator.semaphore;

/** Where a job stands, in the words of a detailed pipeline; the jobs API has other words for the same. */
public enum SimulatedJobState {
    ENQUEUED,
    RUNNING,
    STOPPING,
    FINISHED
}
