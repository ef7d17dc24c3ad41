package dev.signalman.feature.pipelines;

import dev.signalman.command.Announce;
import dev.signalman.command.Refresh;
import dev.signalman.command.Triage;
import dev.signalman.dispatch.Delivery;
import dev.signalman.dispatch.FollowUp;
import dev.signalman.dispatch.Hints;
import dev.signalman.dispatch.Look;
import dev.signalman.dispatch.Looker;
import dev.signalman.dispatch.Outcome;
import dev.signalman.dispatch.Patience;
import dev.signalman.dispatch.StandingCards;
import dev.signalman.dispatch.Watched;
import dev.signalman.domain.Pipeline;
import dev.signalman.domain.Place;
import dev.signalman.semaphore.Semaphore;
import dev.signalman.semaphore.SemaphoreException;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at a pipeline that some card shows, with one call however many cards there are, until it is done. Only when it changed, all
 * its cards are drawn anew; at its end those are told who asked for ends alone.
 */
final class PipelineLooker implements Looker {
    private static final Logger LOG = LoggerFactory.getLogger(PipelineLooker.class);
    private static final Place NOWHERE = Place.channel("");

    private final Semaphore semaphore;
    private final PipelineCards cards;
    private final StandingCards standing;
    private final Patience patience;
    private final InstantSource clock;

    @Inject
    PipelineLooker(
            Semaphore semaphore, PipelineCards cards, StandingCards standing, Patience patience, InstantSource clock) {
        this.semaphore = semaphore;
        this.cards = cards;
        this.standing = standing;
        this.patience = patience;
        this.clock = clock;
    }

    @Override
    public Watched.Kind kind() {
        return Watched.Kind.PIPELINE;
    }

    @Override
    public Look at(Watched watched) {
        if (!standing.any(watched.id())) {
            return new Look.Over(); // its messages were deleted
        }
        try {
            return compare(watched, semaphore.pipelines().describeInDetail(watched.id()));
        } catch (SemaphoreException failure) {
            return after(watched, failure);
        }
    }

    private Look compare(Watched watched, Pipeline pipeline) {
        var before = Portrayed.read(watched.seen());
        var now = Portrayed.of(pipeline, clock.instant());
        var wait = patience.between(watched.age(clock.instant()));
        if (now.equals(before)) {
            return patience.outlasts(watched.age(clock.instant())) ? new Look.Over() : new Look.Unchanged(wait);
        }
        var outcome = Outcome.deliver(new Delivery.PipelineEverywhere(pipeline.id(), cards.card(pipeline, List.of())));
        return pipeline.done()
                ? new Look.Done(
                        now.toString(), ended(pipeline, outcome), end(pipeline).plus(Patience.AFTERWARDS))
                : new Look.Changed(now.toString(), outcome, wait, now.merelyOlderThan(before));
    }

    /** What ended so long ago that we must have been away is left to whoever sums up what was missed. */
    private Outcome ended(Pipeline pipeline, Outcome outcome) {
        var news = end(pipeline).isAfter(clock.instant().minus(Hints.MISSED));
        var told = news ? outcome.then(FollowUp.now(new Announce(pipeline.id(), null), NOWHERE)) : outcome;
        var explained = pipeline.failed() && !news ? told.then(FollowUp.now(new Triage(pipeline.id()), NOWHERE)) : told;
        var parent = pipeline.promotionOf();
        return parent == null ? explained : explained.then(FollowUp.now(new Refresh(parent), NOWHERE));
    }

    private Instant end(Pipeline pipeline) {
        var done = pipeline.times().done();
        return done == null ? clock.instant() : done;
    }

    private Look after(Watched watched, SemaphoreException failure) {
        var missing = failure.kind() == SemaphoreException.Kind.NOT_FOUND;
        if (missing && patience.givesUpMissing(watched.misses())) {
            LOG.info("The pipeline {} is gone, or hidden from me; its cards stay as they are", watched.id());
            return new Look.Over();
        }
        return new Look.Failed(patience.wait(watched.misses()));
    }
}
