package dev.signalman.feature.subscriptions;

import dev.signalman.command.Announce;
import dev.signalman.dispatch.FollowUp;
import dev.signalman.dispatch.Handler;
import dev.signalman.dispatch.HintIntake;
import dev.signalman.dispatch.Invocation;
import dev.signalman.dispatch.Outcome;
import dev.signalman.domain.Pipeline;
import dev.signalman.port.ContributorEmails;
import dev.signalman.semaphore.Semaphore;
import dev.signalman.semaphore.SemaphoreException;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** Reads a pipeline that may have changed, and announces it in the channels that want it. */
final class AnnounceHandler implements Handler<Announce> {
    /** Pipelines that ended before this are not announced. */
    private static final Duration NEWS = Duration.ofDays(7);

    /** The polling job has run by then, even at an interval of half a minute and with slow lists. */
    private static final Duration FOR_THE_NEXT_POLL = Duration.ofMinutes(2);

    private final Semaphore semaphore;
    private final Announcement announcement;
    private final ContributorEmails contributorEmails;
    private final InstantSource clock;

    @Inject
    AnnounceHandler(
            Semaphore semaphore, Announcement announcement, ContributorEmails contributorEmails, InstantSource clock) {
        this.semaphore = semaphore;
        this.announcement = announcement;
        this.contributorEmails = contributorEmails;
        this.clock = clock;
    }

    @Override
    public Outcome handle(Announce command, Invocation invocation) {
        try {
            var pipeline = semaphore.pipelines().describeInDetail(command.pipelineId());
            if (endedBefore(NEWS, pipeline)) {
                return Outcome.nothing();
            }
            return late(command, pipeline)
                    ? Outcome.nothing()
                            .then(new FollowUp(command.afterWaiting(), invocation.place(), FOR_THE_NEXT_POLL))
                    : remembering(
                            announcement.of(pipeline, command.author(), invocation.place()),
                            pipeline,
                            command.author());
        } catch (SemaphoreException failure) {
            return UnreadablePipelineRetry.after(
                    failure, command.attempt(), command.again(), invocation, Outcome::nothing);
        }
    }

    private Outcome remembering(Outcome outcome, Pipeline pipeline, @Nullable String author) {
        return author == null ? outcome : outcome.with(contributorEmails.met(pipeline, author));
    }

    /**
     * Whether to wait, because the end was missed during an outage. Many such pipelines may come at once, and the
     * polling job sums them up.
     */
    private boolean late(Announce command, Pipeline pipeline) {
        return !command.waited() && endedBefore(HintIntake.MISSED, pipeline);
    }

    private boolean endedBefore(Duration ago, Pipeline pipeline) {
        var done = pipeline.times().done();
        return done != null && done.isBefore(clock.instant().minus(ago));
    }
}
