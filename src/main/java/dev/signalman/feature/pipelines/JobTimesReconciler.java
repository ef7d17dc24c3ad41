package dev.signalman.feature.pipelines;

import dev.signalman.dispatch.Outcome;
import dev.signalman.dispatch.PollIntervals;
import dev.signalman.dispatch.ReconcileKey;
import dev.signalman.dispatch.ReconcileResult;
import dev.signalman.dispatch.Reconciler;
import dev.signalman.dispatch.Wake;
import dev.signalman.domain.Block;
import dev.signalman.domain.BlockJob;
import dev.signalman.domain.Job;
import dev.signalman.domain.JobFinding;
import dev.signalman.domain.Pipeline;
import dev.signalman.semaphore.Semaphore;
import dev.signalman.semaphore.SemaphoreException;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Reads when the jobs of a pipeline's finished blocks ran, one call each, and redraws its cards. Semaphore says nothing
 * of a block's time, only of its jobs' (docs/semaphore.md, "Blocks and jobs").
 */
final class JobTimesReconciler implements Reconciler {
    /** A wider block shows no time: it would cost too many calls. */
    private static final int MOST_IN_A_BLOCK = 8;

    private static final String DONE = "done ";
    private static final String RUNNING = "running ";
    private static final int MOST = 24;
    private static final int MOST_FAILURES = 5;

    private final Semaphore semaphore;
    private final JdbiJobFindings findings;
    private final PollIntervals intervals;

    @Inject
    JobTimesReconciler(Semaphore semaphore, JdbiJobFindings findings, PollIntervals intervals) {
        this.semaphore = semaphore;
        this.findings = findings;
        this.intervals = intervals;
    }

    @Override
    public ReconcileKey.Kind kind() {
        return ReconcileKey.Kind.JOB_TIMES;
    }

    /** The note of a wake: whether the pipeline is done, and the jobs to read, so that it need not be read again. */
    static String note(Pipeline pipeline, List<String> jobs) {
        return (pipeline.done() ? DONE : RUNNING) + String.join(",", jobs);
    }

    /** A card is redrawn at once when its pipeline is done; until then that happens each minute anyway. */
    @Override
    public ReconcileResult reconcile(ReconcileKey key) {
        var note = key.waking().note();
        try {
            var jobs = new ArrayList<Job>();
            for (var id : note.substring(note.indexOf(' ') + 1).split(",", -1)) {
                jobs.add(semaphore.jobs().describe(id));
            }
            var stored = Outcome.nothing().with(findings.ran(key.id(), jobs));
            return new ReconcileResult.Over(note.startsWith(DONE) ? stored.waking(Wake.cards(key.id())) : stored);
        } catch (SemaphoreException failure) {
            return key.failures() >= MOST_FAILURES
                    ? new ReconcileResult.Over() // the card stays without times
                    : new ReconcileResult.Failed(intervals.afterFailures(key.failures()));
        }
    }

    /** Ids of jobs whose times are not known yet. A rebuild shows none: it holds copies of jobs that ran before. */
    static List<String> lacking(Pipeline pipeline, Map<String, JobFinding> known) {
        return pipeline.rebuildOf() != null
                ? List.of()
                : pipeline.blocks().stream()
                        .filter(JobTimesReconciler::timed)
                        .flatMap(block -> block.jobs().stream())
                        .map(BlockJob::id)
                        .filter(id -> !known.containsKey(id) || known.get(id).finished() == null)
                        .limit(MOST)
                        .toList();
    }

    private static boolean timed(Block block) {
        return block.state().done() && !block.skipped() && block.jobs().size() <= MOST_IN_A_BLOCK;
    }
}
