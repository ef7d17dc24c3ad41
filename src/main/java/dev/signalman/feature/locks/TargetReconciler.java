package dev.signalman.feature.locks;

import dev.signalman.command.Cordon;
import dev.signalman.dispatch.ActResult;
import dev.signalman.dispatch.Delivery;
import dev.signalman.dispatch.Outcome;
import dev.signalman.dispatch.PollIntervals;
import dev.signalman.dispatch.ReconcileKey;
import dev.signalman.dispatch.ReconcileResult;
import dev.signalman.dispatch.Reconciler;
import dev.signalman.domain.DeploymentTarget;
import dev.signalman.feature.locks.TargetHold.State;
import dev.signalman.feature.locks.TargetHoldReasons.Cause;
import dev.signalman.port.SettledActs;
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
 * Brings a deployment target to the state that locks and freezes want. It reads the current state each time, so early,
 * late and repeated wakes are harmless. It activates only what the bot deactivated.
 */
final class TargetReconciler implements Reconciler {
    private static final Logger LOG = LoggerFactory.getLogger(TargetReconciler.class);

    /** Wait after a refusal, which only people can resolve. */
    private static final Duration ASK_AGAIN = Duration.ofHours(1);

    /** Wait for a syncing target, which accepts no change for some seconds. */
    private static final Duration ASK_SOON = Duration.ofSeconds(10);

    /** Misses after which the target is left to {@link TargetPoller}. */
    private static final int MOST_MISSES = 8;

    private final JdbiTargetHolds holds;
    private final TargetHoldReasons reasons;
    private final Semaphore semaphore;
    private final ProjectDirectory projects;
    private final SettledActs results;
    private final PollIntervals pollIntervals;
    private final InstantSource clock;

    @Inject
    TargetReconciler(
            JdbiTargetHolds holds,
            TargetHoldReasons reasons,
            Semaphore semaphore,
            ProjectDirectory projects,
            SettledActs results,
            PollIntervals pollIntervals,
            InstantSource clock) {
        this.holds = holds;
        this.reasons = reasons;
        this.semaphore = semaphore;
        this.projects = projects;
        this.results = results;
        this.pollIntervals = pollIntervals;
        this.clock = clock;
    }

    @Override
    public ReconcileKey.Kind kind() {
        return ReconcileKey.Kind.TARGET;
    }

    @Override
    public ReconcileResult reconcile(ReconcileKey key) {
        var before = holds.of(key.id()).orElse(null);
        if (before != null && before.asking() && results.of(asker(before)).isEmpty()) {
            return new ReconcileResult.Unchanged(pollIntervals.moment()); // the settled act also wakes it
        }
        try {
            return compare(key, semaphore.deploymentTargets().describe(key.id()), before);
        } catch (SemaphoreException failure) {
            LOG.info("The deployment target {} could not be read: {}", key.id(), failure.kind());
            if (failure.kind() == Kind.NOT_FOUND && before != null) {
                return new ReconcileResult.Over(Outcome.nothing().with(holds.forgetting(before)));
            }
            return key.failures() < MOST_MISSES ? new ReconcileResult.Failed() : new ReconcileResult.Over();
        }
    }

    private ReconcileResult compare(ReconcileKey key, DeploymentTarget target, @Nullable TargetHold before) {
        var now = clock.instant();
        var what = new LockedPromotion(
                target.projectId(), projects.nameOf(target.projectId()), LockedPromotion.key(target.name()));
        var wanted = reasons.over(what);
        var known = before == null ? null : settled(before, now);
        var targetAction = TargetAction.of(
                known == null ? null : known.state(),
                target.cordoned(),
                !wanted.isEmpty(),
                known == null || known.mayAsk(now));
        return switch (targetAction) {
            case CLOSE, OPEN -> ask(targetAction == TargetAction.OPEN, key, target, what, wanted, before);
            case LEAVE -> new ReconcileResult.Over(noted(left(known, target, what, now), before, wanted));
            case FORGET ->
                new ReconcileResult.Over(
                        before == null ? Outcome.nothing() : Outcome.nothing().with(holds.forgetting(before)));
            case REST -> rest(wanted, known, before, now);
        };
    }

    private ReconcileResult rest(
            List<Cause> wanted, @Nullable TargetHold known, @Nullable TargetHold before, Instant now) {
        if (known == null) {
            return new ReconcileResult.Over();
        }
        // a lock that was set meanwhile may not yet know its target's state
        var outcome = known.equals(before) ? told(known, wanted, Outcome.nothing()) : noted(known, before, wanted);
        var words = known.words();
        var soon = words != null && CordonExecutor.passes(words) && !known.mayAsk(now);
        return soon
                ? ReconcileResult.changed("syncing since " + known.since(), outcome, ASK_SOON)
                : new ReconcileResult.Over(outcome);
    }

    private ReconcileResult ask(
            boolean lift,
            ReconcileKey key,
            DeploymentTarget target,
            LockedPromotion what,
            List<Cause> wanted,
            @Nullable TargetHold before) {
        var state = lift ? State.OPENING : State.CLOSING;
        var now = clock.instant();
        var seen = state + " since " + now;
        var next = before == null
                ? TargetHold.first(target, what, state, key.act(seen), now)
                : before.asked(state, key.act(seen), now);
        var act = new Cordon(
                target.id(),
                target.name(),
                what.project(),
                lift,
                lift ? "no lock or freeze is left" : TargetHoldReasons.words(wanted));
        return ReconcileResult.changed(
                seen, Outcome.act(act).with(holds.putting(next, before)), pollIntervals.moment());
    }

    /**
     * The state after a pending change was settled. It is unknown whether an unclear act happened; if it did, the
     * deactivation is ours.
     */
    private TargetHold settled(TargetHold before, Instant now) {
        if (!before.asking()) {
            return before;
        }
        var result = results.of(asker(before)).orElse(null);
        if (result == null || result.state() != ActResult.State.REFUSED) {
            return before.now(State.CLOSED, now);
        }
        var left = before.state() == State.CLOSING ? State.REFUSED : State.CLOSED;
        var wait = CordonExecutor.passes(result.words()) ? ASK_SOON : ASK_AGAIN;
        return before.refused(left, result.words(), now, now.plus(wait));
    }

    private static TargetHold left(
            @Nullable TargetHold known, DeploymentTarget target, LockedPromotion what, Instant now) {
        return known == null ? TargetHold.first(target, what, State.FOREIGN, null, now) : known.now(State.FOREIGN, now);
    }

    private Outcome noted(TargetHold next, @Nullable TargetHold before, List<Cause> wanted) {
        return told(next, wanted, Outcome.nothing().with(holds.putting(next, before)));
    }

    private static Outcome told(TargetHold known, List<Cause> wanted, Outcome outcome) {
        return TargetHoldReasons.lock(wanted)
                .map(held -> outcome.saying(new Delivery.LockAt(
                        held.place(), held.id(), LockCardFactory.standing(held, WebHoldStatus.of(List.of(known))))))
                .orElse(outcome);
    }

    private static String asker(TargetHold before) {
        return before.act() == null ? "" : before.act();
    }
}
