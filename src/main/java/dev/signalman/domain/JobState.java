package dev.signalman.domain;

/**
 * State of a job. Combines the words used in pipelines ({@code ENQUEUED}, {@code STOPPING}) and by jobs
 * ({@code PENDING}, {@code QUEUED}).
 */
public enum JobState {
    PENDING,
    QUEUED,
    ENQUEUED,
    RUNNING,
    STOPPING,
    FINISHED,
    UNKNOWN
}
