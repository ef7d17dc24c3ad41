package dev.signalman.feature.approvals;

import dev.signalman.dispatch.Delivery;
import dev.signalman.dispatch.Look;
import dev.signalman.dispatch.Looker;
import dev.signalman.dispatch.Outcome;
import dev.signalman.dispatch.Watched;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.InstantSource;

/** Recalls a broken glass day by day, where its card stands, until it is cleared. A look writes down how often it did so. */
final class GlassReconciler implements Looker {
    private static final Duration EVERY = Duration.ofDays(1);

    private final RequestStore store;
    private final ReviewCards cards;
    private final InstantSource clock;

    @Inject
    GlassReconciler(RequestStore store, ReviewCards cards, InstantSource clock) {
        this.store = store;
        this.cards = cards;
        this.clock = clock;
    }

    @Override
    public Watched.Kind kind() {
        return Watched.Kind.BREAK_GLASS;
    }

    @Override
    public Look at(Watched watched) {
        var request = store.find(Integer.parseInt(watched.id())).orElse(null);
        var glass = request == null ? null : request.glass();
        if (request == null || glass == null || !glass.open()) {
            return new Look.Over();
        }
        int recalled = watched.seen().isEmpty() ? 0 : Integer.parseInt(watched.seen());
        var due = glass.broken().plus(EVERY.multipliedBy(recalled + 1));
        if (due.isAfter(clock.instant())) {
            return new Look.Asleep(due);
        }
        var recall = Outcome.deliver(new Delivery.ToPlace(request.shown(), cards.recall(request)));
        return Look.changed(Integer.toString(recalled + 1), recall);
    }
}
