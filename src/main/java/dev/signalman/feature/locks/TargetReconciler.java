package dev.signalman.feature.locks;

import dev.signalman.command.Cordon;
import dev.signalman.dispatch.ActResults;
import dev.signalman.dispatch.Carried;
import dev.signalman.dispatch.Delivery;
import dev.signalman.dispatch.Look;
import dev.signalman.dispatch.Looker;
import dev.signalman.dispatch.Outcome;
import dev.signalman.dispatch.Patience;
import dev.signalman.dispatch.Watched;
import dev.signalman.domain.DeploymentTarget;
import dev.signalman.feature.locks.Barred.State;
import dev.signalman.feature.locks.Causes.Cause;
import dev.signalman.semaphore.Semaphore;
import dev.signalman.semaphore.SemaphoreException;
import dev.signalman.semaphore.SemaphoreException.Kind;
import dev.signalman.subject.ProjectDirectory;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings a deployment target to what locks and freezes want. It reads how things stand each time, so it may be woken too often, too late
 * and again after a crash; what is activated is only what was deactivated here.
 */
final class TargetReconciler implements Looker {
    private static final Logger LOG = LoggerFactory.getLogger(TargetReconciler.class);

    /** A refusal is mended by people, if at all. */
    private static final Duration ASK_AGAIN = Duration.ofHours(1);

    /** A target that is syncing takes no change for some seconds. */
    private static final Duration ASK_SOON = Duration.ofSeconds(10);

    /** After so many misses it is left to the rounds. */
    private static final int MOST_MISSES = 8;

    private final JdbiBarred barred;
    private final Causes causes;
    private final Semaphore semaphore;
    private final ProjectDirectory projects;
    private final ActResults results;
    private final Patience patience;
    private final InstantSource clock;

    @Inject
    TargetReconciler(
            JdbiBarred barred,
            Causes causes,
            Semaphore semaphore,
            ProjectDirectory projects,
            ActResults results,
            Patience patience,
            InstantSource clock) {
        this.barred = barred;
        this.causes = causes;
        this.semaphore = semaphore;
        this.projects = projects;
        this.results = results;
        this.patience = patience;
        this.clock = clock;
    }

    @Override
    public Watched.Kind kind() {
        return Watched.Kind.TARGET;
    }

    @Override
    public Look at(Watched watched) {
        var before = barred.of(watched.id()).orElse(null);
        if (before != null && before.asking() && results.of(asker(before)).isEmpty()) {
            return new Look.Unchanged(patience.moment()); // the act wakes it, too, when it is settled
        }
        try {
            return compare(watched, semaphore.deploymentTargets().describe(watched.id()), before);
        } catch (SemaphoreException failure) {
            LOG.info("The deployment target {} could not be read: {}", watched.id(), failure.kind());
            if (failure.kind() == Kind.NOT_FOUND && before != null) {
                return new Look.Over(Outcome.nothing().with(barred.forgetting(before)));
            }
            return watched.misses() < MOST_MISSES ? new Look.Failed() : new Look.Over();
        }
    }

    private Look compare(Watched watched, DeploymentTarget target, @Nullable Barred before) {
        var now = clock.instant();
        var what = new Locked(target.projectId(), projects.nameOf(target.projectId()), Locked.key(target.name()));
        var wanted = causes.over(what);
        var known = before == null ? null : settled(before, now);
        var stance = Stance.of(
                known == null ? null : known.state(),
                target.cordoned(),
                !wanted.isEmpty(),
                known == null || known.mayAsk(now));
        return switch (stance) {
            case CLOSE, OPEN -> ask(stance == Stance.OPEN, watched, target, what, wanted, before);
            case LEAVE -> new Look.Over(noted(left(known, target, what, now), before, wanted));
            case FORGET ->
                new Look.Over(
                        before == null ? Outcome.nothing() : Outcome.nothing().with(barred.forgetting(before)));
            case REST -> rest(wanted, known, before, now);
        };
    }

    private Look rest(List<Cause> wanted, @Nullable Barred known, @Nullable Barred before, Instant now) {
        if (known == null) {
            return new Look.Over();
        }
        // a lock that came meanwhile may not know yet how its target stands
        var outcome = known.equals(before) ? told(known, wanted, Outcome.nothing()) : noted(known, before, wanted);
        var words = known.words();
        var soon = words != null && CordonCarrier.passes(words) && !known.mayAsk(now);
        return soon ? Look.changed("syncing since " + known.since(), outcome, ASK_SOON) : new Look.Over(outcome);
    }

    private Look ask(
            boolean lift,
            Watched watched,
            DeploymentTarget target,
            Locked what,
            List<Cause> wanted,
            @Nullable Barred before) {
        var state = lift ? State.OPENING : State.CLOSING;
        var now = clock.instant();
        var seen = state + " since " + now;
        var next = before == null
                ? Barred.first(target, what, state, watched.act(seen), now)
                : before.asked(state, watched.act(seen), now);
        var act = new Cordon(
                target.id(),
                target.name(),
                what.project(),
                lift,
                lift ? "nothing locks or freezes it any more" : Causes.words(wanted));
        return Look.changed(seen, Outcome.act(act).with(barred.putting(next, before)), patience.moment());
    }

    /** What came of what was on its way. Nobody can tell whether an act that is unclear happened; if it did, it was ours. */
    private Barred settled(Barred before, Instant now) {
        if (!before.asking()) {
            return before;
        }
        var result = results.of(asker(before)).orElse(null);
        if (result == null || result.state() != Carried.State.REFUSED) {
            return before.now(State.CLOSED, now);
        }
        var left = before.state() == State.CLOSING ? State.REFUSED : State.CLOSED;
        var wait = CordonCarrier.passes(result.words()) ? ASK_SOON : ASK_AGAIN;
        return before.refused(left, result.words(), now, now.plus(wait));
    }

    private static Barred left(@Nullable Barred known, DeploymentTarget target, Locked what, Instant now) {
        return known == null ? Barred.first(target, what, State.FOREIGN, null, now) : known.now(State.FOREIGN, now);
    }

    private Outcome noted(Barred next, @Nullable Barred before, List<Cause> wanted) {
        return told(next, wanted, Outcome.nothing().with(barred.putting(next, before)));
    }

    private static Outcome told(Barred known, List<Cause> wanted, Outcome outcome) {
        return Causes.lock(wanted)
                .map(held -> outcome.saying(new Delivery.LockAt(
                        held.place(), held.id(), LockCards.standing(held, Bound.of(List.of(known))))))
                .orElse(outcome);
    }

    private static String asker(Barred before) {
        return before.act() == null ? "" : before.act();
    }
}
