package dev.signalman.feature.approvals;

import dev.signalman.command.Recall;
import dev.signalman.dispatch.Delivery;
import dev.signalman.dispatch.FollowUp;
import dev.signalman.dispatch.Handler;
import dev.signalman.dispatch.Invocation;
import dev.signalman.dispatch.Outcome;
import jakarta.inject.Inject;

/** Recalls a broken glass day by day, where its card stands, until it is cleared. */
final class RecallHandler implements Handler<Recall> {
    private final RequestStore store;
    private final ReviewCards cards;

    @Inject
    RecallHandler(RequestStore store, ReviewCards cards) {
        this.store = store;
        this.cards = cards;
    }

    @Override
    public Outcome handle(Recall command, Invocation invocation) {
        return store.find(command.request())
                .filter(request -> request.glass() != null && request.glass().open())
                .map(this::recall)
                .orElse(Outcome.nothing());
    }

    private Outcome recall(Request request) {
        return Outcome.deliver(new Delivery.ToPlace(request.shown(), cards.recall(request)))
                .then(new FollowUp(new Recall(request.number()), request.shown(), Breaking.EVERY));
    }
}
