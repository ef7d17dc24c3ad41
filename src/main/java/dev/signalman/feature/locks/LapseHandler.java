package dev.signalman.feature.locks;

import dev.signalman.card.Text;
import dev.signalman.command.Lapse;
import dev.signalman.dispatch.Carried;
import dev.signalman.dispatch.Delivery;
import dev.signalman.dispatch.Entry;
import dev.signalman.dispatch.FollowUp;
import dev.signalman.dispatch.Handler;
import dev.signalman.dispatch.Invocation;
import dev.signalman.dispatch.Outcome;
import dev.signalman.domain.DurationWords;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.InstantSource;

/** Ends a lock whose time is over, and says so where it was taken. One that was ended or changed meanwhile has another id. */
final class LapseHandler implements Handler<Lapse> {
    private final JdbiLocks locks;
    private final Tending tending;
    private final InstantSource clock;

    @Inject
    LapseHandler(JdbiLocks locks, Tending tending, InstantSource clock) {
        this.locks = locks;
        this.tending = tending;
        this.clock = clock;
    }

    @Override
    public Outcome handle(Lapse command, Invocation invocation) {
        var held = locks.withId(command.lock()).orElse(null);
        if (held == null) {
            return Outcome.nothing();
        }
        var now = clock.instant();
        var until = held.until();
        if (until != null && held.holds(now)) {
            // clocks of instances differ a little
            return Outcome.nothing().then(new FollowUp(command, invocation.place(), Duration.between(now, until)));
        }
        var line = Text.of("The lock of " + held.holder().name() + " on ")
                .text(LockWords.which(held))
                .plain(" is over, after " + DurationWords.about(Duration.between(held.since(), now)) + ".");
        var outcome = Outcome.deliver(new Delivery.ToPlace(held.place(), LockCards.ended(line)))
                .with(locks.releasing(held))
                .recording(Entry.act(
                        invocation.actor(), held.place(), invocation.line(), null, Carried.State.DONE, line.spoken()));
        return tending.after(outcome, held.what(), held.place()).saying(LockCards.toTheCardOf(held));
    }
}
