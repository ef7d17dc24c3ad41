package dev.signalman.feature.subscriptions;

import dev.signalman.command.Announce;
import dev.signalman.command.Refresh;
import dev.signalman.dispatch.Delivery;
import dev.signalman.dispatch.FollowUp;
import dev.signalman.dispatch.Handler;
import dev.signalman.dispatch.Invocation;
import dev.signalman.dispatch.Outcome;
import dev.signalman.dispatch.Portraits;
import dev.signalman.dispatch.StandingCards;
import dev.signalman.domain.Pipeline;
import dev.signalman.semaphore.Semaphore;
import dev.signalman.semaphore.SemaphoreException;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads a pipeline that may have changed, and brings its cards up to date. */
final class AnnounceHandler implements Handler<Announce> {
    private static final Logger LOG = LoggerFactory.getLogger(AnnounceHandler.class);

    /** What ended longer ago is no news. */
    private static final Duration NEWS = Duration.ofDays(7);

    private final Semaphore semaphore;
    private final Portraits portraits;
    private final StandingCards standing;
    private final InstantSource clock;

    @Inject
    AnnounceHandler(Semaphore semaphore, Portraits portraits, StandingCards standing, InstantSource clock) {
        this.semaphore = semaphore;
        this.portraits = portraits;
        this.standing = standing;
        this.clock = clock;
    }

    @Override
    public Outcome handle(Announce command, Invocation invocation) {
        try {
            var pipeline = semaphore.pipelines().describeInDetail(command.pipelineId());
            return old(pipeline) ? Outcome.nothing() : announce(pipeline, invocation);
        } catch (SemaphoreException failure) {
            return again(command, invocation, failure);
        }
    }

    private boolean old(Pipeline pipeline) {
        var done = pipeline.times().done();
        return done != null && done.isBefore(clock.instant().minus(NEWS));
    }

    private Outcome announce(Pipeline pipeline, Invocation invocation) {
        var outcome = standing.any(pipeline.id())
                ? Outcome.deliver(new Delivery.PipelineEverywhere(pipeline.id(), portraits.of(pipeline)))
                : Outcome.nothing();
        var parent = pipeline.promotionOf();
        return parent != null && standing.any(parent)
                ? outcome.then(FollowUp.now(new Refresh(parent), invocation.place()))
                : outcome;
    }

    private static Outcome again(Announce command, Invocation invocation, SemaphoreException failure) {
        if (Retry.givesUp(failure, command.attempt())) {
            LOG.warn("{} is not announced: {}", invocation.id(), failure.kind());
            return Outcome.nothing();
        }
        var next = new Announce(command.pipelineId(), command.attempt() + 1);
        return Outcome.nothing().then(new FollowUp(next, invocation.place(), Retry.after(command.attempt())));
    }
}
