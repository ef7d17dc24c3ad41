package dev.signalman.simulator.semaphore;

/** What somebody may do in a project; each role may all that the one before it may. */
public enum Role {
    /** Sees nothing. */
    STRANGER,
    READER,
    CONTRIBUTOR,
    ADMIN
}
