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
final class RequestCardUpdater {
    /** The whole card in somebody's own messages. */
    private static final String CARD = "card";

    /** What recalls a request. */
    private static final String REMINDER = "reminder";

    private final RequestStore store;
    private final ApprovalCards cards;
    private final ApprovalRule rule;
    private final NotifiedApprovers notified;

    @Inject
    RequestCardUpdater(RequestStore store, ApprovalCards cards, ApprovalRule rule, NotifiedApprovers notified) {
        this.store = store;
        this.cards = cards;
        this.rule = rule;
        this.notified = notified;
    }

    /** The request goes on from {@code before} to {@code after}, which does not wait any more. */
    Outcome change(ApprovalRequest before, ApprovalRequest after) {
        var card = cards.decided(after);
        return Outcome.deliver(
                        shown(after, card),
                        new Delivery.RequestCopies(after.number(), CARD, card),
                        new Delivery.RequestCopies(after.number(), REMINDER, RequestReminder.decided(card)))
                .with(store.changing(before, after));
    }

    /** The request goes on waiting. */
    Outcome change(ApprovalRequest before, ApprovalRequest after, Wish wish) {
        var card = waiting(after, wish, !notified.anybody(after.number()));
        return Outcome.deliver(
                        shown(after, card),
                        new Delivery.RequestCopies(after.number(), CARD, card),
                        new Delivery.RequestCopies(after.number(), REMINDER, RequestReminder.waiting(after, card)))
                .with(store.changing(before, after));
    }

    /** A request is opened, and its audience written to. */
    Outcome open(ApprovalRequest request, Wish wish, ApprovalRecipients recipients) {
        var card = waiting(request, wish, recipients.people().isEmpty());
        var outcome = Outcome.deliver(shown(request, card)).with(store.opening(request));
        for (var person : recipients.people()) {
            outcome = outcome.saying(new Delivery.RequestCopy(Place.channel(person), request.number(), CARD, card));
        }
        return outcome.with(NotifiedApprovers.row(request.number(), recipients.people()));
    }

    /**
     * A request that waits is recalled at these places. It counts as a change, so that a vote that is being written down takes the
     * reminders in.
     *
     * @param mentioned whether those are mentioned who could not be written to
     */
    Outcome recall(ApprovalRequest request, Wish wish, List<Place> places, boolean mentioned) {
        var reminder = RequestReminder.waiting(request, waiting(request, wish, mentioned));
        var outcome = Outcome.nothing().with(store.changing(request, request));
        for (var place : places) {
            outcome = outcome.saying(new Delivery.RequestCopy(place, request.number(), REMINDER, reminder));
        }
        return outcome;
    }

    /** How a request stands that does not wait any more, in plain sentences. */
    String spoken(ApprovalRequest request) {
        return cards.decided(request).sentence();
    }

    private ApprovalCard waiting(ApprovalRequest request, Wish wish, boolean mentioned) {
        var eligibleVoters = rule.gather(wish);
        return cards.waiting(
                request,
                tallies(wish, eligibleVoters, mentioned),
                eligibleVoters,
                EligibleGlassBreakers.breakable(wish));
    }

    /** How the votes of a wish stand under each policy. */
    private static List<VoteTally> tallies(Wish wish, EligibleVoters eligibleVoters, boolean mentioned) {
        return ApprovalRule.asking(wish).stream()
                .map(policy -> VoteTally.of(policy, wish, eligibleVoters))
                .map(tally -> mentioned && tally.policy().approvals().told() == Notify.DM ? tally.mentioning() : tally)
                .toList();
    }

    private static Delivery shown(ApprovalRequest request, ApprovalCard card) {
        return new Delivery.RequestAt(request.shown(), request.number(), card);
    }
}
