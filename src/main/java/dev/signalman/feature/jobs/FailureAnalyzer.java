package dev.signalman.feature.jobs;

import dev.signalman.domain.Pipeline;
import dev.signalman.feature.jobs.JobHistory.Past;
import dev.signalman.semaphore.Semaphore;
import dev.signalman.semaphore.SemaphoreException;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds out why a pipeline failed. It makes at most 21 calls to Semaphore: the logs of three jobs (two calls each for a
 * self-hosted agent's, and one more where there is none), one list, and ten earlier pipelines ({@link JobHistory#MOST}), besides the call that read the
 * pipeline.
 */
final class FailureAnalyzer {
    /** Failed jobs whose logs are read. */
    private static final int MOST_LOGS = 3;

    /** Failed jobs of which the card says more than the name. */
    private static final int MOST_FOUND = 5;

    /** Code points of a reason on the card. */
    private static final int LONGEST_CLAUSE = 120;

    private static final Set<SemaphoreException.Kind> PASSING = EnumSet.of(
            SemaphoreException.Kind.UNREACHABLE,
            SemaphoreException.Kind.BROKEN,
            SemaphoreException.Kind.LIMITED,
            SemaphoreException.Kind.BAD_TOKEN);

    private final Semaphore semaphore;
    private final JobHistory history;
    private final StartFailureReader startFailures;

    @Inject
    FailureAnalyzer(Semaphore semaphore, JobHistory history, StartFailureReader startFailures) {
        this.semaphore = semaphore;
        this.startFailures = startFailures;
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
            return new FailureAnalysis(pipeline, broken, null, "", false, null, List.of());
        }
        var pasts = pasts(pipeline, broken, last);
        var logs = new ArrayList<Log>();
        for (var job : broken.subList(0, Math.min(broken.size(), MOST_LOGS))) {
            logs.add(log(job.job().id(), last));
        }
        var found = new ArrayList<FailureAnalysis.Found>();
        for (int n = 0; n < Math.min(broken.size(), MOST_FOUND); n++) {
            var log = n < logs.size() ? logs.get(n) : Log.UNREAD;
            var output = log.output();
            var past = pasts.isEmpty() ? "" : pasts.get(n).clause();
            found.add(new FailureAnalysis.Found(
                    broken.get(n).job().id(),
                    output == null ? null : output.exit(),
                    log.neverStarted() ? "never started: " + cut(log.silence()) : past));
        }
        return new FailureAnalysis(
                pipeline,
                broken,
                logs.get(0).output(),
                logs.get(0).silence(),
                logs.get(0).neverStarted(),
                pasts.isEmpty() ? null : pasts.get(0),
                found);
    }

    /**
     * A job's log.
     *
     * @param output null when there is none
     * @param silence why there is none, in Semaphore's words
     * @param neverStarted whether it is missing since the job never started, for the reason in {@code silence}
     */
    private record Log(@Nullable FailureOutput output, String silence, boolean neverStarted) {
        static final Log UNREAD = new Log(null, "", false);
    }

    private Log log(String jobId, boolean last) {
        try {
            return new Log(FailureOutput.of(semaphore.jobs().log(jobId)), "", false);
        } catch (SemaphoreException silent) {
            waitUnless(last, silent);
            var reason = silent.kind() == SemaphoreException.Kind.NOT_FOUND ? startFailures.of(jobId) : "";
            return reason.isEmpty() ? new Log(null, silent.words(), false) : new Log(null, reason, true);
        }
    }

    private static String cut(String reason) {
        return reason.codePointCount(0, reason.length()) <= LONGEST_CLAUSE
                ? reason
                : reason.substring(0, reason.offsetByCodePoints(0, LONGEST_CLAUSE)) + "…";
    }

    /** Empty when unknown. */
    private List<Past> pasts(Pipeline pipeline, List<FailedPipelineJob> jobs, boolean last) {
        try {
            return history.of(pipeline, jobs);
        } catch (SemaphoreException silent) {
            waitUnless(last, silent);
            return List.of();
        }
    }

    private static void waitUnless(boolean last, SemaphoreException silent) {
        if (!last && PASSING.contains(silent.kind())) {
            throw silent;
        }
    }
}
