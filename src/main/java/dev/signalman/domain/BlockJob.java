package dev.signalman.domain;

import org.jspecify.annotations.Nullable;

/**
 * A job in its block's list.
 *
 * @param index position among the block's jobs, from 0
 * @param result null until the job is finished; before that, Semaphore's value has no meaning (docs/semaphore.md,
 *     "Blocks and jobs")
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
