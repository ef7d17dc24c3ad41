package dev.signalman.feature.subscriptions;

import dev.signalman.command.Announce;
import dev.signalman.dispatch.FollowUp;
import dev.signalman.dispatch.Handler;
import dev.signalman.dispatch.Invocation;
import dev.signalman.dispatch.Outcome;
import dev.signalman.domain.Pipeline;
import dev.signalman.semaphore.Semaphore;
import dev.signalman.semaphore.SemaphoreException;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads a pipeline that may have changed, and shows it where that is wanted. */
final class AnnounceHandler implements Handler<Announce> {
    private static final Logger LOG = LoggerFactory.getLogger(AnnounceHandler.class);

    /** What ended longer ago is no news. */
    private static final Duration NEWS = Duration.ofDays(7);

    private final Semaphore semaphore;
    private final Announcement announcement;
    private final InstantSource clock;

    @Inject
    AnnounceHandler(Semaphore semaphore, Announcement announcement, InstantSource clock) {
        this.semaphore = semaphore;
        this.announcement = announcement;
        this.clock = clock;
    }

    @Override
    public Outcome handle(Announce command, Invocation invocation) {
        try {
            var pipeline = semaphore.pipelines().describeInDetail(command.pipelineId());
            return old(pipeline) ? Outcome.nothing() : announcement.of(pipeline, invocation.place());
        } catch (SemaphoreException failure) {
            return again(command, invocation, failure);
        }
    }

    private boolean old(Pipeline pipeline) {
        var done = pipeline.times().done();
        return done != null && done.isBefore(clock.instant().minus(NEWS));
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
