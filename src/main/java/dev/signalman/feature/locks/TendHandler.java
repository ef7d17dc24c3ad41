package dev.signalman.feature.locks;

import dev.signalman.card.Answer;
import dev.signalman.command.Cordon;
import dev.signalman.command.Tend;
import dev.signalman.dispatch.ActResults;
import dev.signalman.dispatch.Carried;
import dev.signalman.dispatch.Delivery;
import dev.signalman.dispatch.FollowUp;
import dev.signalman.dispatch.Handler;
import dev.signalman.dispatch.Invocation;
import dev.signalman.dispatch.Outcome;
import dev.signalman.dispatch.Section;
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
 * Brings a deployment target to what locks and freezes want. It reads how things stand each time, so it may be said too often, too late
 * and again after a crash; what is activated is only what was deactivated here.
 */
final class TendHandler implements Handler<Tend> {
    private static final Logger LOG = LoggerFactory.getLogger(TendHandler.class);

    /** A refusal is mended by people, if at all. */
    private static final Duration ASK_AGAIN = Duration.ofHours(1);

    /** A target that is syncing takes no change for some seconds. */
    private static final Duration ASK_SOON = Duration.ofSeconds(10);

    private static final int MOST = 8;

    private final JdbiBarred barred;
    private final Causes causes;
    private final Semaphore semaphore;
    private final ProjectDirectory projects;
    private final ActResults results;
    private final InstantSource clock;

    @Inject
    TendHandler(
            JdbiBarred barred,
            Causes causes,
            Semaphore semaphore,
            ProjectDirectory projects,
            ActResults results,
            InstantSource clock) {
        this.barred = barred;
        this.causes = causes;
        this.semaphore = semaphore;
        this.projects = projects;
        this.results = results;
        this.clock = clock;
    }

    @Override
    public Outcome handle(Tend command, Invocation invocation) {
        var before = barred.of(command.target()).orElse(null);
        if (before != null && before.asking() && results.of(asker(before)).isEmpty()) {
            return again(Outcome.nothing(), command, invocation);
        }
        DeploymentTarget target;
        try {
            target = semaphore.deploymentTargets().describe(command.target());
        } catch (SemaphoreException failure) {
            LOG.info("The deployment target {} could not be read: {}", command.target(), failure.kind());
            return failure.kind() == Kind.NOT_FOUND && before != null
                    ? Outcome.nothing().with(barred.forgetting(before))
                    : again(Outcome.nothing(), command, invocation);
        }
        return decide(command, invocation, target, before);
    }

    private Outcome decide(Tend command, Invocation invocation, DeploymentTarget target, @Nullable Barred before) {
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
            case CLOSE, OPEN -> ask(stance, command, invocation, target, what, wanted, before);
            case LEAVE -> noted(left(known, target, what, now), before, wanted);
            case FORGET ->
                before == null ? Outcome.nothing() : Outcome.nothing().with(barred.forgetting(before));
            case REST -> rest(command, invocation, wanted, known, before);
        };
    }

    private Outcome rest(
            Tend command, Invocation invocation, List<Cause> wanted, @Nullable Barred known, @Nullable Barred before) {
        if (known == null) {
            return Outcome.nothing();
        }
        var outcome = known.equals(before) ? Outcome.nothing() : noted(known, before, wanted);
        var soon = known.words() != null && CordonCarrier.passes(known.words()) && !known.mayAsk(clock.instant());
        return soon ? again(outcome, command, invocation) : outcome;
    }

    private Outcome ask(
            Stance stance,
            Tend command,
            Invocation invocation,
            DeploymentTarget target,
            Locked what,
            List<Cause> wanted,
            @Nullable Barred before) {
        boolean lift = stance == Stance.OPEN;
        var state = lift ? State.OPENING : State.CLOSING;
        var now = clock.instant();
        var next = before == null
                ? Barred.first(target, what, state, invocation.id(), now)
                : before.asked(state, invocation.id(), now);
        var act = new Cordon(
                target.id(),
                target.name(),
                what.project(),
                lift,
                lift ? "nothing locks or freezes it any more" : Causes.words(wanted));
        return again(Outcome.act(act, section(target, what)).with(barred.putting(next, before)), command, invocation);
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
        var noted = Outcome.nothing().with(barred.putting(next, before));
        return Causes.lock(wanted)
                .map(held -> noted.saying(new Delivery.LockAt(
                        held.place(), held.id(), LockCards.standing(held, Bound.of(List.of(next))))))
                .orElse(noted);
    }

    private static Outcome again(Outcome outcome, Tend command, Invocation invocation) {
        if (command.attempt() >= MOST) {
            return outcome; // the rounds look again
        }
        var wait = Duration.ofSeconds(1L << command.attempt());
        return outcome.then(new FollowUp(new Tend(command.target(), command.attempt() + 1), invocation.place(), wait));
    }

    private static Section section(DeploymentTarget target, Locked what) {
        return new Section(
                "deployment target " + target.id(),
                Answer.of("Semaphore is being asked to change the deployment target " + target.name() + " of "
                        + what.project() + " already. I look at it again within a minute."));
    }

    private static String asker(Barred before) {
        return before.act() == null ? "" : before.act();
    }
}
