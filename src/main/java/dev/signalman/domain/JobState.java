package dev.signalman.domain;

/** How far a job is: the words of pipelines ({@code ENQUEUED}, {@code STOPPING}) and of jobs ({@code PENDING}, {@code QUEUED}) together. */
public enum JobState {
    PENDING,
    QUEUED,
    ENQUEUED,
    RUNNING,
    STOPPING,
    FINISHED,
    UNKNOWN
}
