package dev.signalman.feature.approvals;

import dev.signalman.card.ApprovalCard;
import dev.signalman.dispatch.Delivery;
import dev.signalman.dispatch.Outcome;
import dev.signalman.ruling.Wish;
import jakarta.inject.Inject;
import java.util.List;

/** Brings the card of a request up to date with what is written down. */
final class Retelling {
    private final RequestStore store;
    private final ApprovalCards cards;
    private final ApprovalRule rule;

    @Inject
    Retelling(RequestStore store, ApprovalCards cards, ApprovalRule rule) {
        this.store = store;
        this.cards = cards;
        this.rule = rule;
    }

    /** The request goes on from {@code before} to {@code after}, which does not wait any more. */
    Outcome change(Request before, Request after) {
        return Outcome.deliver(shown(after, cards.decided(after))).with(store.changing(before, after));
    }

    /** The request goes on waiting. */
    Outcome change(Request before, Request after, Wish wish) {
        return Outcome.deliver(shown(after, waiting(after, wish))).with(store.changing(before, after));
    }

    /** A request is opened. */
    Outcome open(Request request, Wish wish) {
        return Outcome.deliver(shown(request, waiting(request, wish))).with(store.opening(request));
    }

    /** How a request stands that does not wait any more, in plain sentences. */
    String spoken(Request request) {
        return cards.decided(request).sentence();
    }

    /** How the votes of a wish stand under each policy. */
    List<Tally> tallies(Wish wish, Electorate electorate) {
        return ApprovalRule.asking(wish).stream()
                .map(policy -> Tally.of(policy, wish, electorate))
                .toList();
    }

    private ApprovalCard waiting(Request request, Wish wish) {
        var electorate = rule.gather(wish);
        return cards.waiting(request, tallies(wish, electorate), electorate);
    }

    private static Delivery shown(Request request, ApprovalCard card) {
        return new Delivery.RequestAt(request.shown(), request.number(), card);
    }
}
