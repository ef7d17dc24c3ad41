package dev.signalman.feature.locks;

import dev.signalman.card.Text;
import dev.signalman.dispatch.ActResult;
import dev.signalman.dispatch.Delivery;
import dev.signalman.dispatch.LedgerEntry;
import dev.signalman.dispatch.Outcome;
import dev.signalman.dispatch.ReconcileKey;
import dev.signalman.dispatch.ReconcileResult;
import dev.signalman.dispatch.Reconciler;
import dev.signalman.domain.DurationPhrases;
import dev.signalman.domain.Place;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Asks a lock's holder whether it is still needed, and ends it when its time is over. A lock that was ended or changed
 * has another id. The stored state is how often the holder was asked.
 */
final class LockReconciler implements Reconciler {
    private static final Duration BEFORE_THE_END = Duration.ofMinutes(10);
    private static final Duration TOO_SHORT = Duration.ofMinutes(30);
    private static final Duration FORGOTTEN = Duration.ofHours(4);
    private static final Duration EVERY = Duration.ofDays(1);

    private final JdbiLocks locks;
    private final TargetReconcileTrigger trigger;
    private final InstantSource clock;

    @Inject
    LockReconciler(JdbiLocks locks, TargetReconcileTrigger trigger, InstantSource clock) {
        this.locks = locks;
        this.trigger = trigger;
        this.clock = clock;
    }

    @Override
    public ReconcileKey.Kind kind() {
        return ReconcileKey.Kind.LOCK;
    }

    @Override
    public ReconcileResult reconcile(ReconcileKey key) {
        var held = locks.withId(key.id()).orElse(null);
        if (held == null) {
            return new ReconcileResult.Over();
        }
        var now = clock.instant();
        if (!held.holds(now)) {
            return new ReconcileResult.Over(ended(held, key, now));
        }
        int asked = key.seen().isEmpty() ? 0 : Integer.parseInt(key.seen());
        if (asking(held, key.since(), asked).isAfter(now)) {
            return new ReconcileResult.Asleep(next(held, key.since(), asked));
        }
        return ReconcileResult.changed(Integer.toString(asked + 1), stillNeeded(held, now));
    }

    /** When the holder is asked next, or the lock ends. */
    private static Instant next(HeldLock held, Instant since, int asked) {
        var asking = asking(held, since, asked);
        var until = held.until();
        return until == null || asking.isBefore(until) ? asking : until;
    }

    /** When the holder is asked next: daily, or once before a set end that is far enough off. */
    private static Instant asking(HeldLock held, Instant since, int asked) {
        var until = held.until();
        if (until == null) {
            return since.plus(FORGOTTEN).plus(EVERY.multipliedBy(asked));
        }
        boolean asks = asked == 0 && Duration.between(since, until).compareTo(TOO_SHORT) >= 0;
        return asks ? until.minus(BEFORE_THE_END) : Instant.MAX;
    }

    private static Outcome stillNeeded(HeldLock held, Instant now) {
        var which = LockPhrases.which(held);
        var until = held.until();
        var line = until == null
                ? Text.of("You've had ")
                        .text(which)
                        .plain(" locked for " + DurationPhrases.about(Duration.between(held.since(), now))
                                + LockPhrases.because(held) + ". Is it still needed?")
                : Text.of("Your lock on ")
                        .text(which)
                        .plain(LockPhrases.because(held) + " ends ")
                        .date(until)
                        .plain(".");
        return Outcome.deliver(
                new Delivery.ToPlace(Place.channel(held.holder().userId()), LockCardFactory.stillNeeded(held, line)));
    }

    private Outcome ended(HeldLock held, ReconcileKey key, Instant now) {
        var line = Text.of(held.holder().name() + "'s lock on ")
                .text(LockPhrases.which(held))
                .plain(" expired after " + DurationPhrases.about(Duration.between(held.since(), now)) + ".");
        var outcome = Outcome.deliver(new Delivery.ToPlace(held.place(), LockCardFactory.ended(line)))
                .with(locks.releasing(held))
                .recording(LedgerEntry.act(
                        key.waking().by(),
                        held.place(),
                        "lapse " + held.id(),
                        null,
                        ActResult.State.DONE,
                        line.spoken()));
        return trigger.after(outcome, held.what(), held.place()).saying(LockCardFactory.toTheCardOf(held));
    }
}
