package dev.signalman.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A block of a pipeline.
 *
 * @param result null until the block is done
 * @param error empty unless the block itself could not run
 * @param jobs empty before the block starts
 */
public record Block(
        String name,
        PipelineState state,
        @Nullable Result result,
        @Nullable ResultReason reason,
        String error,
        List<BlockJob> jobs) {

    /** Whether the block was skipped. Semaphore reports that as passed, with the reason skipped. */
    public boolean skipped() {
        return reason == ResultReason.SKIPPED;
    }

    /** How many of its jobs are finished. */
    public long finishedJobs() {
        return jobs.stream().filter(job -> job.state() == JobState.FINISHED).count();
    }
}
