package dev.signalman.domain;

/** State of a pipeline or block; {@code UNKNOWN} for words that Semaphore adds later. */
public enum PipelineState {
    INITIALIZING,
    PENDING,
    QUEUING,
    WAITING,
    RUNNING,
    STOPPING,
    DONE,
    UNKNOWN;

    public boolean done() {
        return this == DONE;
    }
}
