package dev.signalman.feature.approvals.breakglass;

import dev.signalman.dispatch.Delivery;
import dev.signalman.dispatch.Outcome;
import dev.signalman.dispatch.ReconcileKey;
import dev.signalman.dispatch.ReconcileResult;
import dev.signalman.dispatch.Reconciler;
import dev.signalman.feature.approvals.request.RequestStore;
import dev.signalman.feature.approvals.view.GlassReviewCards;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.InstantSource;

/**
 * Reminds the reviewers of a broken glass daily, below its card, until it is cleared. The stored state is the number of
 * reminders.
 */
public final class BrokenGlassReconciler implements Reconciler {
    private static final Duration EVERY = Duration.ofDays(1);

    private final RequestStore store;
    private final GlassReviewCards cards;
    private final InstantSource clock;

    @Inject
    BrokenGlassReconciler(RequestStore store, GlassReviewCards cards, InstantSource clock) {
        this.store = store;
        this.cards = cards;
        this.clock = clock;
    }

    @Override
    public ReconcileKey.Kind kind() {
        return ReconcileKey.Kind.BREAK_GLASS;
    }

    @Override
    public ReconcileResult reconcile(ReconcileKey key) {
        var request = store.find(Integer.parseInt(key.id())).orElse(null);
        var glass = request == null ? null : request.glass();
        if (request == null || glass == null || !glass.open()) {
            return new ReconcileResult.Over();
        }
        int recalled = key.seen().isEmpty() ? 0 : Integer.parseInt(key.seen());
        var due = glass.broken().plus(EVERY.multipliedBy(recalled + 1));
        if (due.isAfter(clock.instant())) {
            return new ReconcileResult.Asleep(due);
        }
        var recall = Outcome.deliver(new Delivery.ToPlace(request.shown(), cards.recall(request)));
        return ReconcileResult.changed(Integer.toString(recalled + 1), recall);
    }
}
