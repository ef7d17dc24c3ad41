package dev.signalman.simulator.semaphore;

/** State of a pipeline, in order. */
public enum SimulatedPipelineState {
    INITIALIZING,
    PENDING,
    QUEUING,
    RUNNING,
    STOPPING,
    DONE
}
