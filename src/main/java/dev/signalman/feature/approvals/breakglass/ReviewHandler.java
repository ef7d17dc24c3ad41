package dev.signalman.feature.approvals.breakglass;

import dev.signalman.card.TextCard;
import dev.signalman.chat.People;
import dev.signalman.command.Grammar;
import dev.signalman.command.Refusal;
import dev.signalman.command.Review;
import dev.signalman.dispatch.ActResult;
import dev.signalman.dispatch.Delivery;
import dev.signalman.dispatch.Handler;
import dev.signalman.dispatch.Invocation;
import dev.signalman.dispatch.LedgerEntry;
import dev.signalman.dispatch.Origin;
import dev.signalman.dispatch.Outcome;
import dev.signalman.dispatch.Wake;
import dev.signalman.feature.approvals.request.ApprovalRequest;
import dev.signalman.feature.approvals.request.BrokenGlass;
import dev.signalman.feature.approvals.request.BrokenGlass.Clearance;
import dev.signalman.feature.approvals.request.BrokenGlassStore;
import dev.signalman.feature.approvals.request.RequestPhrases;
import dev.signalman.feature.approvals.request.RequestStore;
import dev.signalman.feature.approvals.view.GlassReviewCards;
import dev.signalman.feature.approvals.view.RequestCardUpdater;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.Objects;

/** Clears a broken glass for one reviewer; the second clearance closes the review. */
public final class ReviewHandler implements Handler<Review> {
    private final RequestStore store;
    private final BrokenGlassStore glasses;
    private final GlassReviewCards cards;
    private final RequestCardUpdater cardUpdater;
    private final People people;
    private final GlassReviewers reviewers;
    private final Grammar grammar;
    private final InstantSource clock;

    @Inject
    ReviewHandler(
            RequestStore store,
            BrokenGlassStore glasses,
            GlassReviewCards cards,
            RequestCardUpdater cardUpdater,
            People people,
            GlassReviewers reviewers,
            Grammar grammar,
            InstantSource clock) {
        this.store = store;
        this.glasses = glasses;
        this.cards = cards;
        this.cardUpdater = cardUpdater;
        this.people = people;
        this.reviewers = reviewers;
        this.grammar = grammar;
        this.clock = clock;
    }

    @Override
    public Outcome handle(Review command, Invocation invocation) {
        var request = store.find(command.request())
                .filter(each -> each.glass() != null)
                .orElseThrow(() -> new Refusal("#" + command.request()
                        + " isn't a break-glass promotion, so it needs no review. /semaphore approvals"
                        + " lists what does."));
        var glass = Objects.requireNonNull(request.glass());
        var who = invocation.actor();
        if (!glass.open()) {
            throw new Refusal(request.named() + " was already reviewed by " + RequestPhrases.list(glass.names())
                    + ". There's nothing left to do.");
        }
        if (glass.clearedBy(who.userId())) {
            return Outcome.answer(
                    TextCard.of("You already reviewed " + request.named() + ". One more review is needed."));
        }
        admit(request, glass, who.userId());
        var clearance = new Clearance(who.userId(), who.name());
        var after = glass.cleared(clearance, clock.instant());
        var outcome = cardUpdater
                .change(request, request.breaking(after))
                .with(glasses.clearing(request.number(), glass, after, clearance, command.because()))
                .recording(new LedgerEntry(
                        LedgerEntry.Kind.CLEARANCE,
                        who,
                        null,
                        invocation.place(),
                        grammar.print(command),
                        null,
                        ActResult.State.DONE,
                        "Reviewed the break-glass promotion of " + glass.by().name() + ", " + request.named()
                                + (after.open() ? "" : " (last one needed)")));
        var drawn = outcome.waking(Wake.homeTab(invocation.actor().userId()));
        return invocation.origin() instanceof Origin.Pressed
                ? drawn
                : drawn.saying(new Delivery.ToAsker(TextCard.of(
                        "You reviewed " + request.named() + (after.open() ? ". One more review is needed." : "."))));
    }

    private void admit(ApprovalRequest request, BrokenGlass glass, String userId) {
        people.forget(); // a review is rare and final, so ask Slack again
        var named = RequestPhrases.list(cards.reviewers(glass));
        var name = request.named();
        switch (reviewers.eligibility(request, userId)) {
            case COUNTS -> {}
            case BROKE_IT ->
                throw new Refusal("You can't review " + name + ": you broke glass on it yourself. Ask " + named + ".");
            case ASKED ->
                throw new Refusal("You can't review " + name + ": you requested it yourself. Ask " + named + ".");
            case NOT_NAMED -> throw new Refusal("Only " + named + " can review " + name + ". Ask one of them.");
            case UNKNOWN ->
                throw new Refusal("Slack didn't confirm that you can review " + name + " (" + named
                        + "), so your review wasn't counted. Try again in a few minutes.");
        }
    }
}
