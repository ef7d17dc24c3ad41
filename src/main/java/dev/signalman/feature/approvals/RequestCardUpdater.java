package dev.signalman.feature.approvals;

import dev.signalman.card.ApprovalCard;
import dev.signalman.dispatch.Delivery;
import dev.signalman.dispatch.Outcome;
import dev.signalman.domain.Place;
import dev.signalman.ruling.Approvals.Notify;
import dev.signalman.ruling.Wish;
import jakarta.inject.Inject;
import java.util.List;

/** Updates everything that shows a request: its card, copies in direct messages, and reminders. */
final class RequestCardUpdater {
    /** Topic of copies in direct messages. */
    private static final String CARD = "card";

    /** Topic of reminders. */
    private static final String REMINDER = "reminder";

    private final RequestStore store;
    private final ApprovalCards cards;
    private final ApprovalRule rule;
    private final NotifiedApprovers notifiedApprovers;

    @Inject
    RequestCardUpdater(
            RequestStore store, ApprovalCards cards, ApprovalRule rule, NotifiedApprovers notifiedApprovers) {
        this.store = store;
        this.cards = cards;
        this.rule = rule;
        this.notifiedApprovers = notifiedApprovers;
    }

    /** Stores a change to a request that then no longer waits. */
    Outcome change(ApprovalRequest before, ApprovalRequest after) {
        var card = cards.decided(after);
        return Outcome.deliver(
                        shown(after, card),
                        new Delivery.RequestCopies(after.number(), CARD, card),
                        new Delivery.RequestCopies(after.number(), REMINDER, RequestReminder.decided(card)))
                .with(store.changing(before, after));
    }

    /** Stores a change to a request that goes on waiting. */
    Outcome change(ApprovalRequest before, ApprovalRequest after, Wish wish) {
        var card = waiting(after, wish, !notifiedApprovers.anybody(after.number()));
        return Outcome.deliver(
                        shown(after, card),
                        new Delivery.RequestCopies(after.number(), CARD, card),
                        new Delivery.RequestCopies(after.number(), REMINDER, RequestReminder.waiting(after, card)))
                .with(store.changing(before, after));
    }

    /** Opens a request and notifies its recipients. */
    Outcome open(ApprovalRequest request, Wish wish, ApprovalRecipients approvalRecipients) {
        var card = waiting(request, wish, approvalRecipients.people().isEmpty());
        var outcome = Outcome.deliver(shown(request, card)).with(store.opening(request));
        for (var person : approvalRecipients.people()) {
            outcome = outcome.saying(new Delivery.RequestCopy(Place.channel(person), request.number(), CARD, card));
        }
        return outcome.with(NotifiedApprovers.row(request.number(), approvalRecipients.people()));
    }

    /**
     * Sends reminders of a waiting request. This counts as a change, so a vote that is being recorded updates the
     * reminders, too.
     *
     * @param mentioned whether approvers are mentioned who could not get a direct message
     */
    Outcome recall(ApprovalRequest request, Wish wish, List<Place> places, boolean mentioned) {
        var reminder = RequestReminder.waiting(request, waiting(request, wish, mentioned));
        var outcome = Outcome.nothing().with(store.changing(request, request));
        for (var place : places) {
            outcome = outcome.saying(new Delivery.RequestCopy(place, request.number(), REMINDER, reminder));
        }
        return outcome;
    }

    /** The state of a request that no longer waits, in plain sentences. */
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

    /** The tally under each policy. */
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
