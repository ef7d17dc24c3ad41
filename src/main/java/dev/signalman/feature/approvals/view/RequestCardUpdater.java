package dev.signalman.feature.approvals.view;

import dev.signalman.card.ApprovalCard;
import dev.signalman.card.CardActions;
import dev.signalman.card.Text;
import dev.signalman.card.TextCard;
import dev.signalman.dispatch.Delivery;
import dev.signalman.dispatch.Outcome;
import dev.signalman.dispatch.ReconcileKey;
import dev.signalman.dispatch.Wake;
import dev.signalman.domain.Place;
import dev.signalman.feature.approvals.request.ApprovalRequest;
import dev.signalman.feature.approvals.request.RequestState;
import dev.signalman.feature.approvals.request.RequestStore;
import dev.signalman.feature.approvals.rule.ApprovalRecipientFinder.ApprovalRecipients;
import dev.signalman.feature.approvals.rule.ApprovalRule;
import dev.signalman.feature.approvals.rule.EligibleGlassBreakers;
import dev.signalman.feature.approvals.rule.EligibleVoters;
import dev.signalman.feature.approvals.rule.VoteTally;
import dev.signalman.ruling.Approvals.Notify;
import dev.signalman.ruling.Wish;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** Updates everything that shows a request: its card, copies in direct messages, and reminders. */
public final class RequestCardUpdater {
    /** Topic of copies in direct messages. */
    private static final String CARD = "card";

    /** Topic of reminders. */
    private static final String REMINDER = "reminder";

    /** Topic of the messages that a scheduled request was not promoted. */
    private static final String MISSED = "missed";

    /** Topic of the message that tells of a broken glass below the request's card. */
    public static final String GLASS = "glass";

    private final RequestStore store;
    private final ApprovalCardFactory cards;
    private final GlassReviewCards reviews;
    private final ApprovalRule rule;
    private final InstantSource clock;

    @Inject
    RequestCardUpdater(
            RequestStore store,
            ApprovalCardFactory cards,
            GlassReviewCards reviews,
            ApprovalRule rule,
            InstantSource clock) {
        this.store = store;
        this.cards = cards;
        this.reviews = reviews;
        this.rule = rule;
        this.clock = clock;
    }

    /** Stores a change to a request that then no longer waits. */
    public Outcome change(ApprovalRequest before, ApprovalRequest after) {
        var card = cards.decided(after);
        var outcome = Outcome.deliver(
                        shown(after, card),
                        new Delivery.RequestCopies(after.number(), CARD, card),
                        new Delivery.RequestCopies(after.number(), REMINDER, reminded(card)))
                .with(store.changing(before, after));
        if (before.glass() != null) {
            outcome = outcome.and(new Delivery.RequestCopies(after.number(), GLASS, reviews.told(after)));
        }
        var held = before.held();
        return held == null || before.state() != RequestState.WAITING
                ? outcome
                : outcome.waking(Wake.now(ReconcileKey.Kind.GATE, held.pipelineId(), Place.NOWHERE));
    }

    /** Stores a change to a request that goes on waiting, for votes or for its time. */
    public Outcome change(ApprovalRequest before, ApprovalRequest after, Wish wish) {
        var card = waiting(after, wish, !store.anybodyNotified(after.number()));
        var voting = after.state() == RequestState.WAITING;
        return Outcome.deliver(
                        shown(after, card),
                        new Delivery.RequestCopies(after.number(), CARD, card),
                        new Delivery.RequestCopies(
                                after.number(), REMINDER, voting ? reminder(after, card) : reminded(card)))
                .with(store.changing(before, after));
    }

    /**
     * Adds to the end of a scheduled request that its channel and its requester are told, since a changed card notifies
     * nobody.
     */
    public Outcome missed(ApprovalRequest request, String why, Outcome ended) {
        var number = request.number();
        var requester = Place.channel(request.requester().userId());
        return ended.and(new Delivery.RequestCopy(
                        request.shown(), number, MISSED, ScheduledRequestPhrases.missed(request, why, true)))
                .and(new Delivery.RequestCopy(
                        requester, number, MISSED, ScheduledRequestPhrases.missed(request, why, false)));
    }

    /** A request is opened, and its audience written to. */
    public Outcome open(ApprovalRequest request, Wish wish, ApprovalRecipients recipients) {
        var card = waiting(request, wish, recipients.people().isEmpty());
        var outcome = Outcome.deliver(shown(request, card)).with(store.opening(request));
        for (var person : recipients.people()) {
            outcome = outcome.saying(new Delivery.RequestCopy(Place.channel(person), request.number(), CARD, card));
        }
        return outcome.with(RequestStore.notified(request.number(), recipients.people()));
    }

    /**
     * Sends reminders of a waiting request. This counts as a change, so a vote that is being recorded updates the
     * reminders, too.
     *
     * @param mentioned whether approvers are mentioned who could not get a direct message
     */
    public Outcome recall(ApprovalRequest request, Wish wish, List<Place> places, boolean mentioned) {
        var reminder = reminder(request, waiting(request, wish, mentioned));
        var outcome = Outcome.nothing().with(store.changing(request, request));
        for (var place : places) {
            outcome = outcome.saying(new Delivery.RequestCopy(place, request.number(), REMINDER, reminder));
        }
        return outcome;
    }

    /** How far a waiting request is, in plain sentences; without asking Slack. */
    public static String waits(ApprovalRequest request) {
        return WaitingRequestPhrases.waits(request);
    }

    /** The state of a request that no longer waits, in plain sentences. */
    public String spoken(ApprovalRequest request) {
        return cards.decided(request).sentence();
    }

    private ApprovalCard waiting(ApprovalRequest request, Wish wish, boolean mentioned) {
        var risk = RequestRisk.of(request, wish.policies(), clock.instant());
        var breakable = EligibleGlassBreakers.breakable(wish);
        if (request.state() == RequestState.SCHEDULED) {
            return cards.scheduled(request, risk, breakable);
        }
        var eligibleVoters = rule.gather(wish);
        return cards.waiting(request, tallies(wish, eligibleVoters, mentioned), eligibleVoters, risk, breakable);
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

    /** The message that recalls a request while it waits, short and in step with its card. */
    private static TextCard reminder(ApprovalRequest request, ApprovalCard card) {
        var lines = new ArrayList<Text>();
        lines.add(Text.empty().bold(request.named()).plain(" is still waiting for approval."));
        lines.addAll(card.standing());
        return new TextCard(
                request.named() + " is still waiting for approval. " + card.sentence(),
                lines,
                List.of(),
                card.actions());
    }

    /** What becomes of that message once the request does not wait any more. */
    private static TextCard reminded(ApprovalCard card) {
        return new TextCard(card.sentence(), List.of(card.headline()), List.of(), CardActions.NONE);
    }
}
