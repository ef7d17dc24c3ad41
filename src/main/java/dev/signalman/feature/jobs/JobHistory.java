package dev.signalman.feature.jobs;

import dev.signalman.domain.Pipeline;
import dev.signalman.domain.Result;
import dev.signalman.semaphore.Pipelines;
import dev.signalman.semaphore.Semaphore;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;

/** Finds earlier results of jobs on the same branch and pipeline file. */
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
     * @param mended whether it passed after one of those failures
     */
    record Past(int runs, int failed, boolean mended) {
        static Past of(List<Result> newestFirst) {
            int failed =
                    (int) newestFirst.stream().filter(Result.FAILED::equals).count();
            int lastPass = newestFirst.indexOf(Result.PASSED);
            boolean mended = lastPass >= 0
                    && newestFirst.subList(lastPass, newestFirst.size()).contains(Result.FAILED);
            return new Past(newestFirst.size(), failed, mended);
        }

        /** A clause for the card; empty when nothing is known. */
        String clause() {
            if (runs == 0) {
                return "";
            }
            if (failed == 0) {
                return "new: passed in " + (runs == 1 ? "the last run" : "the last " + runs + " runs");
            }
            if (mended) {
                return "flaky: failed " + failed + " of the last " + runs;
            }
            return failed == 1 ? "failed in the last run too" : "failed in the last " + failed + " runs too";
        }

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
     * {@link #MOST} more calls, for any number of jobs.
     *
     * @return the past of each job, in the same order
     */
    List<Past> of(Pipeline pipeline, List<FailedPipelineJob> jobs) {
        var filter = Pipelines.Filter.ofProject(pipeline.projectId())
                .on(pipeline.ref())
                .of(pipeline.path())
                .created(null, pipeline.times().created())
                .pageOf(ON_A_PAGE);
        var earlier = semaphore.pipelines().list(filter, null).items().stream()
                .filter(each -> !each.id().equals(pipeline.id()) && (each.passed() || each.failed()))
                .limit(MOST)
                .map(each -> semaphore.pipelines().describeInDetail(each.id()))
                .toList();
        return jobs.stream().map(job -> Past.of(results(job, earlier))).toList();
    }

    private static List<Result> results(FailedPipelineJob job, List<Pipeline> earlier) {
        return earlier.stream()
                .flatMap(each -> job.in(each).stream())
                .map(each -> Objects.requireNonNullElse(each.result(), Result.UNKNOWN))
                .filter(result -> result == Result.PASSED || result == Result.FAILED)
                .toList();
    }
}
