package dev.signalman.simulator.semaphore;

/** A role in a project; each includes the previous one's rights. */
public enum Role {
    /** Sees nothing. */
    STRANGER,
    READER,
    CONTRIBUTOR,
    ADMIN
}
