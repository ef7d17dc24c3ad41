package dev.signalman.simulator.semaphore;

/** State of a block. */
public enum SimulatedBlockState {
    INITIALIZING,
    WAITING,
    RUNNING,
    STOPPING,
    DONE
}
