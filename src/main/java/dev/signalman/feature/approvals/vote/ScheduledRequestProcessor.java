package dev.signalman.feature.approvals.vote;

import dev.signalman.chat.People;
import dev.signalman.command.Refusal;
import dev.signalman.command.ScheduledTime;
import dev.signalman.dispatch.PollIntervals;
import dev.signalman.dispatch.ReconcileKey;
import dev.signalman.dispatch.ReconcileResult;
import dev.signalman.feature.approvals.request.ApprovalRequest;
import dev.signalman.feature.approvals.request.RequestSchedule;
import dev.signalman.feature.approvals.request.RequestState;
import dev.signalman.feature.approvals.request.RequestedPromotion;
import dev.signalman.feature.approvals.view.RequestCardUpdater;
import dev.signalman.ruling.Judge;
import dev.signalman.ruling.Verdict;
import dev.signalman.ruling.Wish;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Promotes a scheduled request when its time has come, if every rule is met then. Otherwise the request ends, and
 * people are told: an unlock later on must not deploy as a surprise. Only what nobody knows yet, such as during an
 * outage of Slack or Semaphore, is waited for.
 */
public final class ScheduledRequestProcessor {
    /** A promotion that goes later than this is a surprise. */
    static final Duration LATEST = Duration.ofMinutes(30);

    /** How soon a change of the rules' file is seen. */
    private static final Duration EVERY = Duration.ofMinutes(1);

    private final RequestSchedule schedule;
    private final RequestedPromotion requested;
    private final Judge judge;
    private final People people;
    private final VoteProcessor votes;
    private final RequestCloser closer;
    private final RequestCardUpdater cardUpdater;
    private final PollIntervals intervals;
    private final InstantSource clock;

    @Inject
    ScheduledRequestProcessor(
            RequestSchedule schedule,
            RequestedPromotion requested,
            Judge judge,
            People people,
            VoteProcessor votes,
            RequestCloser closer,
            RequestCardUpdater cardUpdater,
            PollIntervals intervals,
            InstantSource clock) {
        this.schedule = schedule;
        this.requested = requested;
        this.judge = judge;
        this.people = people;
        this.votes = votes;
        this.closer = closer;
        this.cardUpdater = cardUpdater;
        this.intervals = intervals;
        this.clock = clock;
    }

    /**
     * Looks whether its time has come.
     *
     * @throws dev.signalman.semaphore.SemaphoreException when Semaphore does not say what would be promoted
     */
    ReconcileResult reconcile(ApprovalRequest request, ReconcileKey key) {
        var now = clock.instant();
        var goesAt = schedule.goesAt(request, now);
        if (now.isAfter(request.opened().plus(ScheduledTime.FURTHEST).plus(LATEST))) {
            return missed(
                    request,
                    RequestState.REFUSED,
                    "The freeze didn't end within " + ScheduledTime.FURTHEST.toDays() + " days.");
        }
        if (goesAt != null && now.isAfter(goesAt.plus(LATEST))) {
            return missed(
                    request,
                    RequestState.REFUSED,
                    "I couldn't check its rules within " + LATEST.toMinutes() + " minutes of its scheduled time.");
        }
        var moved = !Objects.equals(goesAt, request.goesAt());
        if (!moved && (goesAt == null || now.isBefore(goesAt))) {
            return new ReconcileResult.Asleep(soonest(goesAt, now.plus(EVERY)));
        }
        Wish wish;
        try {
            wish = requested.of(request);
        } catch (Refusal unclear) {
            return missed(request, RequestState.REFUSED, unclear.sentences());
        }
        return moved
                ? ReconcileResult.changed(
                        "moved to " + goesAt + ", " + request.version(),
                        cardUpdater.change(
                                request, request.goingAt(goesAt).then(request.state(), request.fate()), wish))
                : go(request, wish, key);
    }

    private static Instant soonest(@Nullable Instant one, Instant other) {
        return one == null || other.isBefore(one) ? other : one;
    }

    private ReconcileResult go(ApprovalRequest request, Wish wish, ReconcileKey key) {
        people.forget(); // a cached answer is not enough for a promotion that nobody watches
        var decision = judge.judge(wish);
        if (decision.granted()) {
            var seen = "goes, " + request.version();
            var granted = decision.guard(votes.grant(request, request, key.act(seen)));
            return ReconcileResult.changed(seen, granted.under(decision.spoken()), PollIntervals.MOMENT);
        }
        return decision.has(Verdict.UNKNOWN)
                ? new ReconcileResult.Failed(intervals.whileExpected(key.failures()))
                : missed(
                        request,
                        VoteProcessor.ending(decision),
                        decision.refusal().sentences());
    }

    private ReconcileResult missed(ApprovalRequest request, RequestState state, String why) {
        return new ReconcileResult.Over(cardUpdater.missed(request, why, closer.end(request, state, null, why)));
    }
}
