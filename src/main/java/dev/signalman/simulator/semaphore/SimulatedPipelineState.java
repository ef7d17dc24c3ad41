package dev.signalman.simulator.semaphore;

/** Where a pipeline stands, in the order that it passes through. */
public enum SimulatedPipelineState {
    INITIALIZING,
    PENDING,
    QUEUING,
    RUNNING,
    STOPPING,
    DONE
}
