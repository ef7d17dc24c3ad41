package dev.signalman.feature.jobs;

import dev.signalman.domain.Pipeline;
import dev.signalman.feature.jobs.JobHistory.Past;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a failure.
 *
 * @param pipeline as read, with its blocks
 * @param broken the jobs that failed, the first one first; none when the pipeline failed by itself
 * @param printed what the first of them printed; null when there is no log to show
 * @param silence why there is none, in Semaphore's words; empty when there is one
 * @param past how that job did before; null when nobody can say
 */
record FailureAnalysis(
        Pipeline pipeline,
        List<FailedPipelineJob> broken,
        @Nullable FailureOutput printed,
        String silence,
        @Nullable Past past) {
    /** Keeps its own copy. */
    FailureAnalysis {
        broken = List.copyOf(broken);
    }

    /** The first job that failed; null when none did. */
    @Nullable
    FailedPipelineJob first() {
        return broken.isEmpty() ? null : broken.get(0);
    }
}
