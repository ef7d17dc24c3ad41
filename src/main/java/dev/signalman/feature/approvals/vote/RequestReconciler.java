package dev.signalman.feature.approvals.vote;

import dev.signalman.command.Refusal;
import dev.signalman.dispatch.Outcome;
import dev.signalman.dispatch.PollIntervals;
import dev.signalman.dispatch.ReconcileKey;
import dev.signalman.dispatch.ReconcileResult;
import dev.signalman.dispatch.Reconciler;
import dev.signalman.domain.Place;
import dev.signalman.feature.approvals.request.ApprovalRequest;
import dev.signalman.feature.approvals.request.RequestStore;
import dev.signalman.feature.approvals.request.RequestedPromotion;
import dev.signalman.feature.approvals.rule.ApprovalRecipientFinder;
import dev.signalman.feature.approvals.rule.ApprovalRule;
import dev.signalman.feature.approvals.view.RequestCardUpdater;
import dev.signalman.ruling.Approvals.Notify;
import dev.signalman.ruling.Policies;
import dev.signalman.ruling.RuledProjectNames;
import dev.signalman.ruling.Vote;
import dev.signalman.ruling.Wish;
import dev.signalman.semaphore.SemaphoreException;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Goes with a request from its opening to its end: recalls one that waits, ends one whose time is over, promotes one whose set time has
 * come, and follows one that was granted to the end of its deploy. While it waits, the key keeps how long after its opening it was recalled last.
 */
public final class RequestReconciler implements Reconciler {
    private static final Logger LOG = LoggerFactory.getLogger(RequestReconciler.class);
    private static final int MOST_FAILURES = 2_000;

    private final RequestStore store;
    private final RequestCloser closer;
    private final DeployFollower follower;
    private final ScheduledRequestProcessor scheduled;
    private final RequestedPromotion promotion;
    private final RequestCardUpdater cardUpdater;
    private final ApprovalRecipientFinder recipientFinder;
    private final Supplier<Policies> policies;
    private final RuledProjectNames names;
    private final PollIntervals intervals;
    private final InstantSource clock;

    @Inject
    RequestReconciler(
            RequestStore store,
            RequestCloser closer,
            DeployFollower follower,
            ScheduledRequestProcessor scheduled,
            RequestedPromotion promotion,
            RequestCardUpdater cardUpdater,
            ApprovalRecipientFinder recipientFinder,
            Supplier<Policies> policies,
            RuledProjectNames names,
            PollIntervals intervals,
            InstantSource clock) {
        this.store = store;
        this.closer = closer;
        this.follower = follower;
        this.scheduled = scheduled;
        this.promotion = promotion;
        this.cardUpdater = cardUpdater;
        this.recipientFinder = recipientFinder;
        this.policies = policies;
        this.names = names;
        this.intervals = intervals;
        this.clock = clock;
    }

    @Override
    public ReconcileKey.Kind kind() {
        return ReconcileKey.Kind.REQUEST;
    }

    @Override
    public ReconcileResult reconcile(ReconcileKey key) {
        var request = store.find(Integer.parseInt(key.id())).orElse(null);
        if (request == null || request.state().ended()) {
            return new ReconcileResult.Over();
        }
        try {
            return switch (request.state()) {
                case WAITING -> waits(request, key.seen());
                case SCHEDULED -> scheduled.reconcile(request, key);
                default -> goes(request, key);
            };
        } catch (SemaphoreException silent) {
            LOG.info("{} can't be checked right now and is retried: {}", request.named(), silent.kind());
            var unclear = follower.unread(request, silent);
            if (unclear.isPresent()) {
                return new ReconcileResult.Over(unclear.get());
            }
            return key.failures() < MOST_FAILURES
                    ? new ReconcileResult.Failed(intervals.whileExpected(key.failures()))
                    : new ReconcileResult.Over();
        }
    }

    private ReconcileResult waits(ApprovalRequest request, String seen) {
        if (closer.over(request)) {
            return new ReconcileResult.Over(closer.expire(request));
        }
        var recalled = seen.isEmpty() ? Duration.ZERO : Duration.parse(seen);
        var next =
                reminders(request).filter(each -> each.compareTo(recalled) > 0).findFirst();
        var until = next.map(request.opened()::plus)
                .filter(request.expires()::isAfter)
                .orElse(request.expires());
        return next.isEmpty() || until.isAfter(clock.instant())
                ? new ReconcileResult.Asleep(until)
                : ReconcileResult.changed(next.get().toString(), remind(request));
    }

    /** Times after opening at which to remind, shortest first. */
    private Stream<Duration> reminders(ApprovalRequest request) {
        var cargo = request.cargo();
        var project = names.of(cargo.projectId(), cargo.project()).name();
        return ApprovalRule.asking(policies.get().of(request.pinned().promotion(), project)).stream()
                .flatMap(policy -> policy.approvals().reminders().stream())
                .distinct()
                .sorted();
    }

    private ReconcileResult goes(ApprovalRequest request, ReconcileKey key) {
        return follower.look(request, key.failures())
                .<ReconcileResult>map(outcome -> ReconcileResult.changed(
                        "after " + request.state() + ", " + request.version(), outcome, intervals.moment()))
                .orElseGet(() -> new ReconcileResult.Failed(intervals.whileExpected(key.failures())));
    }

    /**
     * Reminds in the card's channel, and in direct messages those who have not approved yet. If every policy wants
     * direct messages and they are possible, nothing is posted in the channel.
     */
    private Outcome remind(ApprovalRequest request) {
        Wish wish;
        try {
            wish = promotion.of(request);
        } catch (Refusal unclear) {
            LOG.info("{}: the reminder wasn't sent: {}", request.named(), unclear.sentences());
            return Outcome.nothing();
        }
        var asking = ApprovalRule.asking(wish);
        var recipients = recipientFinder.of(wish);
        var places = new ArrayList<Place>();
        var aloud = asking.stream().anyMatch(policy -> policy.approvals().told() != Notify.DM);
        if (aloud || recipients.people().isEmpty()) {
            places.add(request.shown());
        }
        var agreed = request.approvals().stream().map(Vote::userId).toList();
        recipients.people().stream()
                .filter(person -> !agreed.contains(person))
                .map(Place::channel)
                .forEach(places::add);
        return cardUpdater.recall(request, wish, places, recipients.people().isEmpty());
    }
}
