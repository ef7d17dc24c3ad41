package dev.signalman.feature.approvals;

import dev.signalman.command.Refusal;
import dev.signalman.dispatch.Look;
import dev.signalman.dispatch.Looker;
import dev.signalman.dispatch.Outcome;
import dev.signalman.dispatch.Patience;
import dev.signalman.dispatch.Watched;
import dev.signalman.domain.Place;
import dev.signalman.ruling.Approvals.Notify;
import dev.signalman.ruling.Policies;
import dev.signalman.ruling.RuledNames;
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
 * Goes with a request from its opening to its end: recalls one that waits, ends one whose time is over, and follows one that was granted
 * to the end of its deploy. While it waits, a look writes down how long after its opening it was recalled last.
 */
final class RequestReconciler implements Looker {
    private static final Logger LOG = LoggerFactory.getLogger(RequestReconciler.class);
    private static final int SOON = 30;
    private static final int LATER = 200;
    private static final int MOST_MISSES = 2_000;
    private static final Duration SELDOM = Duration.ofMinutes(1);

    private final RequestStore store;
    private final Endings endings;
    private final DeployFollower follower;
    private final Petitions petitions;
    private final Retelling retelling;
    private final Audiences audiences;
    private final Supplier<Policies> policies;
    private final RuledNames names;
    private final Patience patience;
    private final InstantSource clock;

    @Inject
    RequestReconciler(
            RequestStore store,
            Endings endings,
            DeployFollower follower,
            Petitions petitions,
            Retelling retelling,
            Audiences audiences,
            Supplier<Policies> policies,
            RuledNames names,
            Patience patience,
            InstantSource clock) {
        this.store = store;
        this.endings = endings;
        this.follower = follower;
        this.petitions = petitions;
        this.retelling = retelling;
        this.audiences = audiences;
        this.policies = policies;
        this.names = names;
        this.patience = patience;
        this.clock = clock;
    }

    @Override
    public Watched.Kind kind() {
        return Watched.Kind.REQUEST;
    }

    @Override
    public Look at(Watched watched) {
        var request = store.find(Integer.parseInt(watched.id())).orElse(null);
        if (request == null || request.state().ended()) {
            return new Look.Over();
        }
        try {
            return request.state() == State.WAITING ? waits(request, watched.seen()) : goes(request, watched);
        } catch (SemaphoreException silent) {
            LOG.info("{} cannot be looked at now: {}", request.named(), silent.kind());
            var unclear = follower.unread(request, silent);
            if (unclear.isPresent()) {
                return new Look.Over(unclear.get());
            }
            return watched.misses() < MOST_MISSES ? new Look.Failed(wait(watched.misses())) : new Look.Over();
        }
    }

    private Look waits(Request request, String seen) {
        if (endings.over(request)) {
            return new Look.Over(endings.expire(request));
        }
        var recalled = seen.isEmpty() ? Duration.ZERO : Duration.parse(seen);
        var next =
                reminders(request).filter(each -> each.compareTo(recalled) > 0).findFirst();
        var until = next.map(request.opened()::plus)
                .filter(request.expires()::isAfter)
                .orElse(request.expires());
        return next.isEmpty() || until.isAfter(clock.instant())
                ? new Look.Asleep(until)
                : Look.changed(next.get().toString(), remind(request));
    }

    /** How long after its opening it is recalled, the shortest first. */
    private Stream<Duration> reminders(Request request) {
        var cargo = request.cargo();
        var project = names.of(cargo.projectId(), cargo.project()).name();
        return ApprovalRule.asking(policies.get().of(request.pinned().promotion(), project)).stream()
                .flatMap(policy -> policy.approvals().reminders().stream())
                .distinct()
                .sorted();
    }

    private Look goes(Request request, Watched watched) {
        return follower.look(request, watched.misses())
                .<Look>map(outcome ->
                        Look.changed("after " + request.state() + ", " + request.version(), outcome, patience.moment()))
                .orElseGet(() -> new Look.Failed(wait(watched.misses())));
    }

    private Duration wait(int misses) {
        return misses < SOON
                ? patience.moment()
                : misses < LATER ? patience.moment().multipliedBy(5) : SELDOM;
    }

    /**
     * Where its card stands, and to those who are written to one by one and have not agreed yet. Where every policy wants the latter and
     * it can be done, nothing is said in the channel.
     */
    private Outcome remind(Request request) {
        Wish wish;
        try {
            wish = petitions.of(request);
        } catch (Refusal unclear) {
            LOG.info("{} is not recalled: {}", request.named(), unclear.sentences());
            return Outcome.nothing();
        }
        var asking = ApprovalRule.asking(wish);
        var audience = audiences.of(wish);
        var places = new ArrayList<Place>();
        var aloud = asking.stream().anyMatch(policy -> policy.approvals().told() != Notify.DM);
        if (aloud || audience.people().isEmpty()) {
            places.add(request.shown());
        }
        var agreed = request.votes().stream()
                .filter(Vote::approves)
                .map(Vote::userId)
                .toList();
        audience.people().stream()
                .filter(person -> !agreed.contains(person))
                .map(Place::channel)
                .forEach(places::add);
        return retelling.recall(request, wish, places, audience.people().isEmpty());
    }
}
