package dev.signalman.simulator.semaphore;

/** Where a block stands. */
public enum SimulatedBlockState {
    INITIALIZING,
    WAITING,
    RUNNING,
    STOPPING,
    DONE
}
