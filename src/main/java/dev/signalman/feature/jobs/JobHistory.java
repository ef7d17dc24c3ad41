package dev.signalman.feature.jobs;

import dev.signalman.domain.Pipeline;
import dev.signalman.domain.Result;
import dev.signalman.semaphore.Pipelines;
import dev.signalman.semaphore.Semaphore;
import jakarta.inject.Inject;
import java.util.Objects;

/** Finds a job's earlier results on the same branch and pipeline file. */
final class JobHistory {
    /** Number of earlier pipelines that are read, one call each. */
    static final int MOST = 10;

    private static final int ON_A_PAGE = 30;

    private final Semaphore semaphore;

    @Inject
    JobHistory(Semaphore semaphore) {
        this.semaphore = semaphore;
    }

    /**
     * A job's results in the last runs.
     *
     * @param runs runs in which it passed or failed, at most {@link #MOST}
     * @param failed runs in which it failed
     */
    record Past(int runs, int failed) {
        String words(String branch) {
            if (runs == 0) {
                return "No earlier runs of this job on " + branch + ".";
            }
            var last = runs == 1 ? "the last run" : "the last " + runs + " runs";
            if (failed == 0) {
                return "New: this job passed in " + last + " of " + branch + ".";
            }
            return runs == 1
                    ? "This job failed in the last run of " + branch + " too."
                    : "This job failed " + failed + " of " + last + " of " + branch + ".";
        }
    }

    /**
     * Reads the ten previous pipelines that passed or failed; stopped ones say nothing. One list, and at most
     * {@link #MOST} more calls.
     */
    Past of(Pipeline pipeline, FailedPipelineJob job) {
        var filter = Pipelines.Filter.ofProject(pipeline.projectId())
                .on(pipeline.ref())
                .of(pipeline.path())
                .created(null, pipeline.times().created())
                .pageOf(ON_A_PAGE);
        var results = semaphore.pipelines().list(filter, null).items().stream()
                .filter(each -> !each.id().equals(pipeline.id()) && (each.passed() || each.failed()))
                .limit(MOST)
                .map(each -> semaphore.pipelines().describeInDetail(each.id()))
                .flatMap(each -> job.in(each).stream())
                .map(each -> Objects.requireNonNullElse(each.result(), Result.UNKNOWN))
                .filter(result -> result == Result.PASSED || result == Result.FAILED)
                .toList();
        var failed = results.stream().filter(Result.FAILED::equals).count();
        return new Past(results.size(), (int) failed);
    }
}
