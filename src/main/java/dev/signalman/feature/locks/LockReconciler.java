package dev.signalman.feature.locks;

import dev.signalman.card.Text;
import dev.signalman.dispatch.Carried;
import dev.signalman.dispatch.Delivery;
import dev.signalman.dispatch.Entry;
import dev.signalman.dispatch.Look;
import dev.signalman.dispatch.Looker;
import dev.signalman.dispatch.Outcome;
import dev.signalman.dispatch.Watched;
import dev.signalman.domain.DurationWords;
import dev.signalman.domain.Place;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Asks the holder of a lock whether it is still needed, and ends it when its time is over. One that was ended or changed meanwhile has
 * another id. What a look writes down is how often the holder was asked.
 */
final class LockReconciler implements Looker {
    private static final Duration BEFORE_THE_END = Duration.ofMinutes(10);
    private static final Duration TOO_SHORT = Duration.ofMinutes(30);
    private static final Duration FORGOTTEN = Duration.ofHours(4);
    private static final Duration EVERY = Duration.ofDays(1);

    private final JdbiLocks locks;
    private final Tending tending;
    private final InstantSource clock;

    @Inject
    LockReconciler(JdbiLocks locks, Tending tending, InstantSource clock) {
        this.locks = locks;
        this.tending = tending;
        this.clock = clock;
    }

    @Override
    public Watched.Kind kind() {
        return Watched.Kind.LOCK;
    }

    @Override
    public Look at(Watched watched) {
        var held = locks.withId(watched.id()).orElse(null);
        if (held == null) {
            return new Look.Over();
        }
        var now = clock.instant();
        if (!held.holds(now)) {
            return new Look.Over(ended(held, watched, now));
        }
        int asked = watched.seen().isEmpty() ? 0 : Integer.parseInt(watched.seen());
        if (asking(held, watched.since(), asked).isAfter(now)) {
            return new Look.Asleep(next(held, watched.since(), asked));
        }
        return Look.changed(Integer.toString(asked + 1), stillNeeded(held, now));
    }

    /** When its holder is asked, or it ends. */
    private static Instant next(Held held, Instant since, int asked) {
        var asking = asking(held, since, asked);
        var until = held.until();
        return until == null || asking.isBefore(until) ? asking : until;
    }

    /** When its holder is asked after so many askings: each day, or once before a set end that is not soon anyway. */
    private static Instant asking(Held held, Instant since, int asked) {
        var until = held.until();
        if (until == null) {
            return since.plus(FORGOTTEN).plus(EVERY.multipliedBy(asked));
        }
        boolean asks = asked == 0 && Duration.between(since, until).compareTo(TOO_SHORT) >= 0;
        return asks ? until.minus(BEFORE_THE_END) : Instant.MAX;
    }

    private static Outcome stillNeeded(Held held, Instant now) {
        var which = LockWords.which(held);
        var until = held.until();
        var line = until == null
                ? Text.of("You have kept ")
                        .text(which)
                        .plain(" locked for " + DurationWords.about(Duration.between(held.since(), now)) + LockWords.because(held)
                                + ". Is that still needed?")
                : Text.of("Your lock on ")
                        .text(which)
                        .plain(LockWords.because(held) + " ends by itself at ")
                        .date(until)
                        .plain(".");
        return Outcome.deliver(
                new Delivery.ToPlace(Place.channel(held.holder().userId()), LockCards.stillNeeded(held, line)));
    }

    private Outcome ended(Held held, Watched watched, Instant now) {
        var line = Text.of("The lock of " + held.holder().name() + " on ")
                .text(LockWords.which(held))
                .plain(" is over, after " + DurationWords.about(Duration.between(held.since(), now)) + ".");
        var outcome = Outcome.deliver(new Delivery.ToPlace(held.place(), LockCards.ended(line)))
                .with(locks.releasing(held))
                .recording(Entry.act(
                        watched.waking().by(),
                        held.place(),
                        "lapse " + held.id(),
                        null,
                        Carried.State.DONE,
                        line.spoken()));
        return tending.after(outcome, held.what(), held.place()).saying(LockCards.toTheCardOf(held));
    }
}
