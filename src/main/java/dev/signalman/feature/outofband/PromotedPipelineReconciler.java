package dev.signalman.feature.outofband;

import dev.signalman.command.Refusal;
import dev.signalman.dispatch.PollIntervals;
import dev.signalman.dispatch.ReconcileKey;
import dev.signalman.dispatch.ReconcileResult;
import dev.signalman.dispatch.Reconciler;
import dev.signalman.domain.Pipeline;
import dev.signalman.port.GateVisits;
import dev.signalman.semaphore.Semaphore;
import dev.signalman.semaphore.SemaphoreException;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds out who started a deploy, then records and reports it: the promotion behind it, or the run or rebuild that it is.
 * Retries while that is undecided.
 */
final class PromotedPipelineReconciler implements Reconciler {
    private static final Logger LOG = LoggerFactory.getLogger(PromotedPipelineReconciler.class);

    /** What the key of a deploy without a promotion remembers once it was judged; polls wake it again. */
    private static final String JUDGED = "judged";

    /** Polls find a pipeline for the last time soon after its end. */
    private static final Duration REMEMBERED = Duration.ofDays(2);

    private final Semaphore semaphore;
    private final JdbiPromotionRecords records;
    private final PromotionTracer tracer;
    private final PromotionReporter reporter;
    private final RunDeployReporter runs;
    private final GateVisits visits;
    private final PollIntervals intervals;
    private final InstantSource clock;

    @Inject
    PromotedPipelineReconciler(
            Semaphore semaphore,
            JdbiPromotionRecords records,
            PromotionTracer tracer,
            PromotionReporter reporter,
            RunDeployReporter runs,
            GateVisits visits,
            PollIntervals intervals,
            InstantSource clock) {
        this.semaphore = semaphore;
        this.records = records;
        this.tracer = tracer;
        this.reporter = reporter;
        this.runs = runs;
        this.visits = visits;
        this.intervals = intervals;
        this.clock = clock;
    }

    @Override
    public ReconcileKey.Kind kind() {
        return ReconcileKey.Kind.PROMOTED_PIPELINE;
    }

    @Override
    public ReconcileResult reconcile(ReconcileKey key) {
        if (records.has(key.id())) {
            return new ReconcileResult.Over();
        }
        if (key.seen().equals(JUDGED)) {
            var until = key.since().plus(REMEMBERED);
            return until.isAfter(clock.instant()) ? new ReconcileResult.Asleep(until) : new ReconcileResult.Over();
        }
        try {
            return trace(key);
        } catch (SemaphoreException failure) {
            var missing = failure.kind() == SemaphoreException.Kind.NOT_FOUND;
            return missing && intervals.givesUpMissing(key.failures())
                    ? gaveUp(key, "it was deleted, or the bot's account can't see it")
                    : again(key);
        }
    }

    private ReconcileResult trace(ReconcileKey key) {
        var pipeline = semaphore.pipelines().describe(key.id());
        var parentId = pipeline.promotionOf();
        if (parentId == null || pipeline.rebuildOf() != null) { // lists of promotions leave out rebuilds
            return run(key, pipeline);
        }
        var observed = tracer.see(pipeline, parentId).orElse(null);
        if (observed == null) {
            return intervals.givesUpMissing(key.failures())
                    ? gaveUp(key, "Semaphore lists no promotion that started it")
                    : again(key);
        }
        var owner = tracer.whose(observed);
        if (owner instanceof PromotionOwner.Open && visits.asked(key.id())) {
            return new ReconcileResult.Failed(intervals.whileExpected(key.failures())); // a job waits for this
        }
        return owner instanceof PromotionOwner.Open || reporter.mayStillAsk(observed, owner)
                ? again(key)
                : new ReconcileResult.Over(reporter.of(observed, owner));
    }

    private ReconcileResult run(ReconcileKey key, Pipeline deploy) {
        try {
            return runs.of(deploy)
                    .map(outcome -> ReconcileResult.changed(JUDGED, outcome, REMEMBERED))
                    .orElseGet(() -> again(key));
        } catch (Refusal unclear) {
            return intervals.givesUpMissing(key.failures()) ? gaveUp(key, unclear.sentences()) : again(key);
        }
    }

    private ReconcileResult again(ReconcileKey key) {
        return intervals.endsAfter(key.failures())
                ? gaveUp(key, "gave up after too many tries")
                : new ReconcileResult.Failed(intervals.afterFailures(key.failures()));
    }

    private static ReconcileResult gaveUp(ReconcileKey key, String why) {
        LOG.warn("Can't tell who started deploy {}: {}", key.id(), why);
        return new ReconcileResult.Over();
    }
}
