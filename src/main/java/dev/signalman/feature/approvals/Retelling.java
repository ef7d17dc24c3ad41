package dev.signalman.feature.approvals;

import dev.signalman.card.ApprovalCard;
import dev.signalman.dispatch.Delivery;
import dev.signalman.dispatch.Outcome;
import dev.signalman.domain.Place;
import dev.signalman.ruling.Approvals.Notify;
import dev.signalman.ruling.Wish;
import jakarta.inject.Inject;
import java.util.List;

/** Brings all that is shown of a request up to date with what is written down: its card, those in people's own messages, its reminders. */
final class Retelling {
    /** The whole card in somebody's own messages. */
    private static final String CARD = "card";

    /** What recalls a request. */
    private static final String REMINDER = "reminder";

    private final RequestStore store;
    private final ApprovalCards cards;
    private final ApprovalRule rule;
    private final Told told;

    @Inject
    Retelling(RequestStore store, ApprovalCards cards, ApprovalRule rule, Told told) {
        this.store = store;
        this.cards = cards;
        this.rule = rule;
        this.told = told;
    }

    /** The request goes on from {@code before} to {@code after}, which does not wait any more. */
    Outcome change(Request before, Request after) {
        var card = cards.decided(after);
        return Outcome.deliver(
                        shown(after, card),
                        new Delivery.RequestCopies(after.number(), CARD, card),
                        new Delivery.RequestCopies(after.number(), REMINDER, Reminder.decided(card)))
                .with(store.changing(before, after));
    }

    /** The request goes on waiting. */
    Outcome change(Request before, Request after, Wish wish) {
        var card = waiting(after, wish, !told.anybody(after.number()));
        return Outcome.deliver(
                        shown(after, card),
                        new Delivery.RequestCopies(after.number(), CARD, card),
                        new Delivery.RequestCopies(after.number(), REMINDER, Reminder.waiting(after, card)))
                .with(store.changing(before, after));
    }

    /** A request is opened, and its audience written to. */
    Outcome open(Request request, Wish wish, Audience audience) {
        var card = waiting(request, wish, audience.people().isEmpty());
        var outcome = Outcome.deliver(shown(request, card)).with(store.opening(request));
        for (var person : audience.people()) {
            outcome = outcome.saying(new Delivery.RequestCopy(Place.channel(person), request.number(), CARD, card));
        }
        return outcome.with(Told.row(request.number(), audience.people()));
    }

    /**
     * A request that waits is recalled at these places. It counts as a change, so that a vote that is being written down takes the
     * reminders in.
     *
     * @param mentioned whether those are mentioned who could not be written to
     */
    Outcome recall(Request request, Wish wish, List<Place> places, boolean mentioned) {
        var reminder = Reminder.waiting(request, waiting(request, wish, mentioned));
        var outcome = Outcome.nothing().with(store.changing(request, request));
        for (var place : places) {
            outcome = outcome.saying(new Delivery.RequestCopy(place, request.number(), REMINDER, reminder));
        }
        return outcome;
    }

    /** How a request stands that does not wait any more, in plain sentences. */
    String spoken(Request request) {
        return cards.decided(request).sentence();
    }

    private ApprovalCard waiting(Request request, Wish wish, boolean mentioned) {
        var electorate = rule.gather(wish);
        return cards.waiting(request, tallies(wish, electorate, mentioned), electorate, Keyholders.breakable(wish));
    }

    /** How the votes of a wish stand under each policy. */
    private static List<Tally> tallies(Wish wish, Electorate electorate, boolean mentioned) {
        return ApprovalRule.asking(wish).stream()
                .map(policy -> Tally.of(policy, wish, electorate))
                .map(tally -> mentioned && tally.policy().approvals().told() == Notify.DM ? tally.mentioning() : tally)
                .toList();
    }

    private static Delivery shown(Request request, ApprovalCard card) {
        return new Delivery.RequestAt(request.shown(), request.number(), card);
    }
}
