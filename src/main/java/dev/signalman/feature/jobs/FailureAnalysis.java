package dev.signalman.feature.jobs;

import dev.signalman.domain.Pipeline;
import dev.signalman.feature.jobs.JobHistory.Past;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known about a pipeline's failure.
 *
 * @param pipeline as read, with its blocks
 * @param broken the failed jobs in order; empty when the pipeline failed by itself
 * @param printed output of the first one; null when there is no log to show
 * @param silence why there is none, in Semaphore's words; empty when there is one
 * @param neverStarted whether that job failed without having started, for the reason in {@code silence}
 * @param past earlier results of that job; null when unknown
 * @param found what the pipeline's card says of the first few
 */
record FailureAnalysis(
        Pipeline pipeline,
        List<FailedPipelineJob> broken,
        @Nullable FailureOutput printed,
        String silence,
        boolean neverStarted,
        @Nullable Past past,
        List<Found> found) {
    /**
     * A failed job.
     *
     * @param exitCode of the command that failed; null when unknown
     * @param history how it ended in earlier runs, as a clause; empty when unknown
     */
    record Found(String jobId, @Nullable Integer exitCode, String history) {}

    /** Keeps its own copies. */
    FailureAnalysis {
        broken = List.copyOf(broken);
        found = List.copyOf(found);
    }

    /** The first failed job; null for none. */
    @Nullable
    FailedPipelineJob first() {
        return broken.isEmpty() ? null : broken.get(0);
    }
}
