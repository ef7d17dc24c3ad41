package dev.signalman.domain;

/** How far a pipeline or one of its blocks is; {@code UNKNOWN} for a word that Semaphore may add one day. */
public enum PipelineState {
    INITIALIZING,
    PENDING,
    QUEUING,
    WAITING,
    RUNNING,
    STOPPING,
    DONE,
    UNKNOWN;

    /** Whether nothing more will happen. */
    public boolean done() {
        return this == DONE;
    }
}
