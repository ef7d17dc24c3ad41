package dev.signalman.dispatch;

import java.time.Duration;
import java.time.Instant;

/**
 * What is looked at again and again, by one instance at a time, because cards show it.
 *
 * @param id a pipeline's or a project's, as {@code kind} says
 * @param since when it was shown first; of a project, when the pipeline that was shown first was created, in Semaphore's time
 * @param due when this look was due
 * @param seen what the last look wrote down of it, in words of the {@link Looker}; empty at the first
 * @param misses how many looks in a row failed before this one
 */
public record Watched(Kind kind, String id, Instant since, Instant due, String seen, int misses) {
    /** What is looked at. */
    public enum Kind {
        /** A pipeline that is not done. */
        PIPELINE,
        /** A project, for what comes of its pipelines that were shown in the last day. */
        PROJECT
    }

    /** For how long it has been watched. */
    public Duration age(Instant now) {
        return Duration.between(since, now);
    }
}
