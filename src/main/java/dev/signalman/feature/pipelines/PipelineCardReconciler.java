package dev.signalman.feature.pipelines;

import dev.signalman.card.PipelineCard;
import dev.signalman.command.Triage;
import dev.signalman.dispatch.Delivery;
import dev.signalman.dispatch.FailureCards;
import dev.signalman.dispatch.FollowUp;
import dev.signalman.dispatch.Outcome;
import dev.signalman.dispatch.PollIntervals;
import dev.signalman.dispatch.ReconcileKey;
import dev.signalman.dispatch.ReconcileResult;
import dev.signalman.dispatch.Reconciler;
import dev.signalman.dispatch.Wake;
import dev.signalman.domain.Pipeline;
import dev.signalman.domain.Place;
import dev.signalman.port.PipelineStartNotes;
import dev.signalman.semaphore.Semaphore;
import dev.signalman.semaphore.SemaphoreException;
import jakarta.inject.Inject;
import java.util.List;

/**
 * Reads a pipeline once and updates its cards. If the wake names a place, it posts a card there first. From its first
 * card on, {@link PipelineReconciler} watches the pipeline.
 */
final class PipelineCardReconciler implements Reconciler {
    private final Semaphore semaphore;
    private final SemaphorePipelineCardFactory cards;
    private final PipelineStartNotes startNotes;
    private final PromotedPipelineThreads threads;
    private final PollIntervals intervals;

    @Inject
    PipelineCardReconciler(
            Semaphore semaphore,
            SemaphorePipelineCardFactory cards,
            PipelineStartNotes startNotes,
            PromotedPipelineThreads threads,
            PollIntervals intervals) {
        this.semaphore = semaphore;
        this.cards = cards;
        this.startNotes = startNotes;
        this.threads = threads;
        this.intervals = intervals;
    }

    @Override
    public ReconcileKey.Kind kind() {
        return ReconcileKey.Kind.PIPELINE_CARD;
    }

    @Override
    public ReconcileResult reconcile(ReconcileKey key) {
        var place = key.waking().place();
        try {
            var pipeline = semaphore.pipelines().describeInDetail(key.id().split(" ", 2)[0]);
            return new ReconcileResult.Over(
                    place.equals(Place.NOWHERE)
                            ? redrawn(pipeline)
                            : shown(pipeline, place, key.waking().note()));
        } catch (SemaphoreException failure) {
            var missing = failure.kind() == SemaphoreException.Kind.NOT_FOUND;
            var givesUp = intervals.endsAfter(key.failures()) || (missing && intervals.givesUpMissing(key.failures()));
            return givesUp
                    ? gaveUp(place, failure)
                    : new ReconcileResult.Failed(intervals.afterFailures(key.failures()));
        }
    }

    /** A requester gets the failure as the answer. */
    private static ReconcileResult gaveUp(Place place, SemaphoreException failure) {
        return place.equals(Place.NOWHERE)
                ? new ReconcileResult.Over()
                : new ReconcileResult.Over(Outcome.answer(FailureCards.of(failure)));
    }

    private Outcome shown(Pipeline pipeline, Place place, String reason) {
        var card = reason.isEmpty() ? cards.of(pipeline) : cards.card(pipeline, List.of(), reason);
        var outcome = Outcome.deliver(new Delivery.PipelineAt(place, pipeline.id(), pipeline.parentId(), card));
        var promotedFrom = pipeline.promotionOf();
        if (promotedFrom != null) {
            for (var channel : threads.channels(pipeline.projectId(), promotedFrom)) {
                if (!channel.equals(place.channel())) {
                    outcome = outcome.and(
                            new Delivery.PipelineAt(Place.channel(channel), pipeline.id(), pipeline.parentId(), card));
                }
            }
            outcome = outcome.waking(Wake.cards(promotedFrom));
        }
        outcome = outcome.and(everywhere(pipeline, card));
        if (!reason.isEmpty()) {
            outcome = outcome.with(startNotes.remember(pipeline.id(), reason));
        }
        return pipeline.failed() ? outcome.then(FollowUp.now(new Triage(pipeline.id()), place)) : outcome;
    }

    /** The card of what a deploy was promoted from also offers what starts from the deploy. */
    private Outcome redrawn(Pipeline pipeline) {
        var outcome = Outcome.deliver(everywhere(pipeline, cards.of(pipeline)));
        var parent = pipeline.promotionOf();
        return parent == null || pipeline.switchId().isEmpty() ? outcome : outcome.waking(Wake.cards(parent));
    }

    private static Delivery everywhere(Pipeline pipeline, PipelineCard card) {
        return new Delivery.PipelineEverywhere(pipeline.id(), card);
    }
}
