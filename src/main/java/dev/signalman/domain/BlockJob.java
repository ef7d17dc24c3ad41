package dev.signalman.domain;

import org.jspecify.annotations.Nullable;

/**
 * A job as its block lists it.
 *
 * @param index its place among the jobs of the block, from 0
 * @param result null until the job is finished: before, what Semaphore sends there means nothing (docs/semaphore.md, "Blocks and jobs")
 */
public record BlockJob(
        String id,
        String name,
        int index,
        JobState state,
        @Nullable Result result) {
    /** Whether it ended and failed. */
    public boolean failed() {
        return result == Result.FAILED;
    }
}
