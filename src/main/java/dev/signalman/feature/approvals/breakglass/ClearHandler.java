package dev.signalman.feature.approvals.breakglass;

import dev.signalman.card.TextCard;
import dev.signalman.chat.People;
import dev.signalman.command.Clear;
import dev.signalman.command.Grammar;
import dev.signalman.command.Refusal;
import dev.signalman.dispatch.ActResult;
import dev.signalman.dispatch.Delivery;
import dev.signalman.dispatch.Handler;
import dev.signalman.dispatch.Invocation;
import dev.signalman.dispatch.LedgerEntry;
import dev.signalman.dispatch.Origin;
import dev.signalman.dispatch.Outcome;
import dev.signalman.dispatch.Wake;
import dev.signalman.feature.approvals.view.GlassReviewCards;
import dev.signalman.feature.approvals.view.RequestCardUpdater;
import dev.signalman.feature.approvals.request.ApprovalRequest;
import dev.signalman.feature.approvals.request.BrokenGlass;
import dev.signalman.feature.approvals.request.BrokenGlass.Clearance;
import dev.signalman.feature.approvals.request.BrokenGlassStore;
import dev.signalman.feature.approvals.request.RequestPhrases;
import dev.signalman.feature.approvals.request.RequestStore;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.Objects;

/** Clears a broken glass for one reviewer; the second clearance closes the review. */
public final class ClearHandler implements Handler<Clear> {
    private final RequestStore store;
    private final BrokenGlassStore glasses;
    private final GlassReviewCards cards;
    private final RequestCardUpdater cardUpdater;
    private final People people;
    private final GlassReviewers reviewers;
    private final Grammar grammar;
    private final InstantSource clock;

    @Inject
    ClearHandler(
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
    public Outcome handle(Clear command, Invocation invocation) {
        var request = store.find(command.request())
                .filter(each -> each.glass() != null)
                .orElseThrow(() -> new Refusal("No glass was broken on #" + command.request()
                        + ", so there is nothing to clear. Say approvals for what waits to be cleared."));
        var glass = Objects.requireNonNull(request.glass());
        var who = invocation.actor();
        if (!glass.open()) {
            throw new Refusal(request.named() + " was cleared by " + RequestPhrases.list(glass.names())
                    + " already, so there is nothing to clear any more.");
        }
        if (glass.clearedBy(who.userId())) {
            return Outcome.answer(
                    TextCard.of("You have cleared " + request.named() + " already; another one must too."));
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
                        "Cleared the glass that " + glass.by().name() + " broke on " + request.named()
                                + (after.open() ? "" : ", as the last one needed")));
        var drawn = outcome.waking(Wake.homeTab(invocation.actor().userId()));
        return invocation.origin() instanceof Origin.Pressed
                ? drawn
                : drawn.saying(new Delivery.ToAsker(TextCard.of(
                        "You cleared " + request.named() + (after.open() ? "; another one must too." : "."))));
    }

    private void admit(ApprovalRequest request, BrokenGlass glass, String userId) {
        people.forget(); // a review is rare and final, so ask Slack again
        var named = RequestPhrases.list(cards.reviewers(glass));
        var name = request.named();
        switch (reviewers.word(request, userId)) {
            case COUNTS -> {}
            case BROKE_IT ->
                throw new Refusal(
                        "You broke the glass on " + name + " yourself, so others must clear it: " + named + ".");
            case ASKED ->
                throw new Refusal("You asked for " + name + " yourself, so others must clear it: " + named + ".");
            case NOT_NAMED ->
                throw new Refusal(
                        "Only " + named + " may clear " + name + ", and you are not among them. Ask one of them.");
            case UNKNOWN ->
                throw new Refusal("Slack does not tell me whether you are among those who may clear " + name + " ("
                        + named + "), so your word was not counted. Try again in a while.");
        }
    }
}
