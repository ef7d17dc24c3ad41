package dev.signalman.feature.jobs;

import dev.signalman.domain.Pipeline;
import dev.signalman.feature.jobs.JobHistory.Past;
import dev.signalman.semaphore.Semaphore;
import dev.signalman.semaphore.SemaphoreException;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds out why a pipeline failed. It makes at most 14 calls to Semaphore: the log of one job (two calls for a
 * self-hosted agent's log), one list, and ten earlier pipelines ({@link JobHistory#MOST}), besides the call that read
 * the pipeline.
 */
final class FailureAnalyzer {
    private static final Set<SemaphoreException.Kind> PASSING = EnumSet.of(
            SemaphoreException.Kind.UNREACHABLE,
            SemaphoreException.Kind.BROKEN,
            SemaphoreException.Kind.LIMITED,
            SemaphoreException.Kind.BAD_TOKEN);

    private final Semaphore semaphore;
    private final JobHistory history;

    @Inject
    FailureAnalyzer(Semaphore semaphore, JobHistory history) {
        this.semaphore = semaphore;
        this.history = history;
    }

    /**
     * Analyses a pipeline that was read in detail.
     *
     * @param last whether to go on without what Semaphore cannot give now
     * @throws SemaphoreException when Semaphore does not answer and this is not the last attempt
     */
    FailureAnalysis of(Pipeline pipeline, boolean last) {
        var broken = FailedPipelineJob.of(pipeline);
        if (broken.isEmpty()) {
            return new FailureAnalysis(pipeline, broken, null, "", null);
        }
        var first = broken.get(0);
        var past = past(pipeline, first, last);
        try {
            var failureOutput =
                    FailureOutput.of(semaphore.jobs().log(first.job().id()));
            return new FailureAnalysis(pipeline, broken, failureOutput, "", past);
        } catch (SemaphoreException silent) {
            waitUnless(last, silent);
            return new FailureAnalysis(pipeline, broken, null, silent.words(), past);
        }
    }

    private @Nullable Past past(Pipeline pipeline, FailedPipelineJob job, boolean last) {
        try {
            return history.of(pipeline, job);
        } catch (SemaphoreException silent) {
            waitUnless(last, silent);
            return null;
        }
    }

    private static void waitUnless(boolean last, SemaphoreException silent) {
        if (!last && PASSING.contains(silent.kind())) {
            throw silent;
        }
    }
}
