package dev.signalman.feature.pipelines;

import dev.signalman.command.Announce;
import dev.signalman.command.Triage;
import dev.signalman.dispatch.Delivery;
import dev.signalman.dispatch.FollowUp;
import dev.signalman.dispatch.HintIntake;
import dev.signalman.dispatch.Outcome;
import dev.signalman.dispatch.PollIntervals;
import dev.signalman.dispatch.ReconcileKey;
import dev.signalman.dispatch.ReconcileResult;
import dev.signalman.dispatch.Reconciler;
import dev.signalman.dispatch.Wake;
import dev.signalman.domain.Pipeline;
import dev.signalman.domain.Place;
import dev.signalman.port.PipelineCardLocations;
import dev.signalman.semaphore.Semaphore;
import dev.signalman.semaphore.SemaphoreException;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Polls a pipeline that a card shows until it ends, with one call for all its cards. Redraws the cards when the
 * pipeline changed. Announces the end.
 */
final class PipelineReconciler implements Reconciler {
    private static final Logger LOG = LoggerFactory.getLogger(PipelineReconciler.class);

    private final Semaphore semaphore;
    private final SemaphorePipelineCardFactory cards;
    private final PipelineCardLocations standing;
    private final JdbiJobFindings findings;
    private final PollIntervals intervals;
    private final InstantSource clock;

    @Inject
    PipelineReconciler(
            Semaphore semaphore,
            SemaphorePipelineCardFactory cards,
            PipelineCardLocations standing,
            JdbiJobFindings findings,
            PollIntervals intervals,
            InstantSource clock) {
        this.semaphore = semaphore;
        this.cards = cards;
        this.standing = standing;
        this.findings = findings;
        this.intervals = intervals;
        this.clock = clock;
    }

    @Override
    public ReconcileKey.Kind kind() {
        return ReconcileKey.Kind.PIPELINE;
    }

    @Override
    public ReconcileResult reconcile(ReconcileKey key) {
        if (!standing.any(key.id())) {
            return new ReconcileResult.Over(); // its messages were deleted
        }
        try {
            return compare(key, semaphore.pipelines().describeInDetail(key.id()));
        } catch (SemaphoreException failure) {
            return after(key, failure);
        }
    }

    private ReconcileResult compare(ReconcileKey key, Pipeline pipeline) {
        var before = PipelineCardFingerprint.read(key.seen());
        var now = PipelineCardFingerprint.of(pipeline, clock.instant());
        var wait = intervals.whileRunning(key.age(clock.instant()));
        if (now.equals(before)) {
            return intervals.outlasts(key.age(clock.instant()))
                    ? new ReconcileResult.Over()
                    : new ReconcileResult.Unchanged(wait);
        }
        boolean older = now.merelyOlderThan(before);
        var drawn = Outcome.deliver(new Delivery.PipelineEverywhere(pipeline.id(), cards.card(pipeline, List.of())));
        var untimed = older ? List.<String>of() : JobTimesReconciler.lacking(pipeline, findings.of(pipeline.id()));
        var outcome = untimed.isEmpty()
                ? drawn
                : drawn.waking(Wake.now(
                        ReconcileKey.Kind.JOB_TIMES,
                        pipeline.id(),
                        Place.NOWHERE,
                        JobTimesReconciler.note(pipeline, untimed)));
        return pipeline.done()
                ? new ReconcileResult.Done(
                        now.toString(), ended(pipeline, outcome), end(pipeline).plus(PollIntervals.AFTERWARDS))
                : new ReconcileResult.Changed(now.toString(), outcome, wait, older);
    }

    /**
     * Announces an end that is recent. Older ends were missed during downtime and go into the summary of what was
     * missed.
     */
    private Outcome ended(Pipeline pipeline, Outcome outcome) {
        var news = end(pipeline).isAfter(clock.instant().minus(HintIntake.MISSED));
        var told = news ? outcome.then(FollowUp.now(new Announce(pipeline.id(), null), Place.NOWHERE)) : outcome;
        var explained =
                pipeline.failed() && !news ? told.then(FollowUp.now(new Triage(pipeline.id()), Place.NOWHERE)) : told;
        var parent = pipeline.promotionOf();
        if (parent == null) {
            return explained;
        }
        var shown = explained.waking(Wake.cards(parent));
        return pipeline.failed() || pipeline.passed()
                ? shown.waking(Wake.now(ReconcileKey.Kind.LAST_GOOD, pipeline.id(), Place.NOWHERE))
                : shown;
    }

    private Instant end(Pipeline pipeline) {
        var done = pipeline.times().done();
        return done == null ? clock.instant() : done;
    }

    private ReconcileResult after(ReconcileKey key, SemaphoreException failure) {
        var missing = failure.kind() == SemaphoreException.Kind.NOT_FOUND;
        if (missing && intervals.givesUpMissing(key.failures())) {
            LOG.info(
                    "Pipeline {} was deleted, or the bot's account can't see it; its cards are no longer updated",
                    key.id());
            return new ReconcileResult.Over();
        }
        return new ReconcileResult.Failed(intervals.afterFailures(key.failures()));
    }
}
