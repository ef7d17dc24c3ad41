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
 * Finds out why a pipeline failed. It costs at most 14 calls to Semaphore: the log of one job (a second call where the first
 * sends on to a self-hosted agent's), one list, and ten pipelines before it ({@link JobHistory#MOST}); beside those the one that
 * read the pipeline itself.
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
     * Looks into a pipeline that was read in detail.
     *
     * @param last whether to do without what Semaphore cannot tell just now
     * @throws SemaphoreException when it cannot tell, and it is not the last time
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
