package dev.signalman.simulator.semaphore;

/** Where a block stands. */
public enum BlockState {
    INITIALIZING,
    WAITING,
    RUNNING,
    STOPPING,
    DONE
}
