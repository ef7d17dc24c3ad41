package dev.signalman.simulator.semaphore;

/** Where a pipeline stands, in the order that it passes through. */
public enum PipelineState {
    INITIALIZING,
    PENDING,
    QUEUING,
    RUNNING,
    STOPPING,
    DONE
}
