package dev.signalman.feature.outofband;

import dev.signalman.dispatch.PollIntervals;
import dev.signalman.dispatch.ReconcileKey;
import dev.signalman.dispatch.ReconcileResult;
import dev.signalman.dispatch.Reconciler;
import dev.signalman.semaphore.Semaphore;
import dev.signalman.semaphore.SemaphoreException;
import jakarta.inject.Inject;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds out who made the promotion behind a pipeline, then records and reports it. Retries while that is undecided. */
final class PromotedPipelineReconciler implements Reconciler {
    private static final Logger LOG = LoggerFactory.getLogger(PromotedPipelineReconciler.class);

    private final Semaphore semaphore;
    private final JdbiPromotionRecords records;
    private final PromotionTracer tracer;
    private final PromotionReporter reporter;
    private final PollIntervals intervals;

    @Inject
    PromotedPipelineReconciler(
            Semaphore semaphore,
            JdbiPromotionRecords records,
            PromotionTracer tracer,
            PromotionReporter reporter,
            PollIntervals intervals) {
        this.semaphore = semaphore;
        this.records = records;
        this.tracer = tracer;
        this.reporter = reporter;
        this.intervals = intervals;
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
            return new ReconcileResult.Over();
        }
        var observed = tracer.see(pipeline, parentId).orElse(null);
        if (observed == null) {
            return intervals.givesUpMissing(key.failures())
                    ? gaveUp(key, "Semaphore lists no promotion that started it")
                    : again(key);
        }
        var owner = tracer.whose(observed);
        return owner instanceof PromotionOwner.Open || reporter.mayStillAsk(observed, owner)
                ? again(key)
                : new ReconcileResult.Over(reporter.of(observed, owner));
    }

    private ReconcileResult again(ReconcileKey key) {
        return intervals.endsAfter(key.failures())
                ? gaveUp(key, "gave up after too many tries")
                : new ReconcileResult.Failed(intervals.afterFailures(key.failures()));
    }

    private static ReconcileResult gaveUp(ReconcileKey key, String why) {
        LOG.warn("Can't tell who promoted pipeline {}: {}", key.id(), why);
        return new ReconcileResult.Over();
    }
}
