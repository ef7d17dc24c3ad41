package dev.signalman.feature.locks;

import dev.signalman.card.Text;
import dev.signalman.command.Nag;
import dev.signalman.dispatch.Delivery;
import dev.signalman.dispatch.FollowUp;
import dev.signalman.dispatch.Handler;
import dev.signalman.dispatch.Invocation;
import dev.signalman.dispatch.Outcome;
import dev.signalman.domain.DurationWords;
import dev.signalman.domain.Place;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.InstantSource;

/** Asks the holder of a lock, in a direct message, whether it is still needed: before it ends, or again and again. */
final class NagHandler implements Handler<Nag> {
    private final JdbiLocks locks;
    private final InstantSource clock;

    @Inject
    NagHandler(JdbiLocks locks, InstantSource clock) {
        this.locks = locks;
        this.clock = clock;
    }

    @Override
    public Outcome handle(Nag command, Invocation invocation) {
        var now = clock.instant();
        var held = locks.withId(command.lock()).filter(each -> each.holds(now)).orElse(null);
        if (held == null) {
            return Outcome.nothing();
        }
        var told = Outcome.deliver(
                new Delivery.ToPlace(Place.channel(held.holder().userId()), LockCards.stillNeeded(held, line(held))));
        return Reminders.next(held)
                .map(wait ->
                        told.then(new FollowUp(new Nag(held.id(), command.attempt() + 1), invocation.place(), wait)))
                .orElse(told);
    }

    private Text line(Held held) {
        var which = LockWords.which(held);
        var until = held.until();
        return until == null
                ? Text.of("You have kept ")
                        .text(which)
                        .plain(" locked for " + DurationWords.about(Duration.between(held.since(), clock.instant()))
                                + LockWords.because(held) + ". Is that still needed?")
                : Text.of("Your lock on ")
                        .text(which)
                        .plain(LockWords.because(held) + " ends by itself at ")
                        .date(until)
                        .plain(".");
    }
}
