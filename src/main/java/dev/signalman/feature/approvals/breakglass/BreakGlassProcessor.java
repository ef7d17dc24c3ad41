package dev.signalman.feature.approvals.breakglass;

import dev.signalman.card.TextCard;
import dev.signalman.chat.People;
import dev.signalman.command.BreakGlass;
import dev.signalman.command.Grammar;
import dev.signalman.command.Grant;
import dev.signalman.command.Promote;
import dev.signalman.dispatch.ActMutex;
import dev.signalman.dispatch.ActResult;
import dev.signalman.dispatch.Delivery;
import dev.signalman.dispatch.Invocation;
import dev.signalman.dispatch.LedgerEntry;
import dev.signalman.dispatch.Origin;
import dev.signalman.dispatch.Outcome;
import dev.signalman.dispatch.PollIntervals;
import dev.signalman.dispatch.ReconcileKey;
import dev.signalman.dispatch.RowChange;
import dev.signalman.dispatch.Wake;
import dev.signalman.feature.approvals.request.ApprovalRequest;
import dev.signalman.feature.approvals.request.ApprovalRequest.Fate;
import dev.signalman.feature.approvals.request.BrokenGlass;
import dev.signalman.feature.approvals.request.BrokenGlassStore;
import dev.signalman.feature.approvals.request.RequestPlacement;
import dev.signalman.feature.approvals.request.RequestState;
import dev.signalman.feature.approvals.request.RequestedPromotion;
import dev.signalman.feature.approvals.rule.EligibleGlassBreakers;
import dev.signalman.feature.approvals.rule.VoteStepUp;
import dev.signalman.feature.approvals.view.GlassReviewCards;
import dev.signalman.feature.approvals.view.RequestCardUpdater;
import dev.signalman.feature.approvals.vote.RequestCloser;
import dev.signalman.ruling.Decision;
import dev.signalman.ruling.Gate;
import dev.signalman.ruling.Judge;
import dev.signalman.ruling.Policy;
import dev.signalman.ruling.Wish;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Lets a person go ahead alone with a request: judges every rule again, promotes what is pinned, and tells everybody.
 */
public final class BreakGlassProcessor {
    private final BrokenGlassStore glasses;
    private final RequestedPromotion requested;
    private final Judge judge;
    private final VoteStepUp stepUp;
    private final People people;
    private final RequestPlacement placement;
    private final RequestCloser closer;
    private final RequestCardUpdater cardUpdater;
    private final GlassReviewCards reviews;
    private final Grammar grammar;
    private final InstantSource clock;

    @Inject
    BreakGlassProcessor(
            BrokenGlassStore glasses,
            RequestedPromotion requested,
            Judge judge,
            VoteStepUp stepUp,
            People people,
            RequestPlacement placement,
            RequestCloser closer,
            RequestCardUpdater cardUpdater,
            GlassReviewCards reviews,
            Grammar grammar,
            InstantSource clock) {
        this.glasses = glasses;
        this.requested = requested;
        this.judge = judge;
        this.stepUp = stepUp;
        this.people = people;
        this.placement = placement;
        this.closer = closer;
        this.cardUpdater = cardUpdater;
        this.reviews = reviews;
        this.grammar = grammar;
        this.clock = clock;
    }

    /**
     * Breaks the glass on an open request.
     *
     * @throws dev.signalman.command.Refusal when it no longer waits, or a rule is not met that breaking the glass does
     *     not meet
     */
    public Outcome open(int number, String because, Invocation invocation) {
        var request = closer.pending(number);
        if (closer.over(request)) {
            return closer.expire(request)
                    .saying(new Delivery.ToAsker(TextCard.of(request.named() + " has expired. Nothing was deployed.")));
        }
        var wish = requested.of(request).broken(invocation.actor(), because);
        return broken(request, wish, judged(wish), null, invocation);
    }

    /** Breaks the glass on a new request, which {@code opening} stores. */
    public Outcome fresh(ApprovalRequest request, Wish wish, RowChange opening, Invocation invocation) {
        return broken(request, wish, judged(wish), opening, invocation);
    }

    /** Clears Slack's cache first: a minute-old answer is not enough for a person who goes alone. */
    private Decision judged(Wish wish) {
        people.forget();
        var decision = judge.judge(wish);
        if (!decision.granted()) {
            throw decision.refusal();
        }
        return decision;
    }

    private Outcome broken(
            ApprovalRequest request, Wish wish, Decision decision, @Nullable RowChange opening, Invocation invocation) {
        placement.needed(request.shown());
        var because = Objects.requireNonNull(wish.breakGlass());
        var factorId = stepUp.admitGlass(
                invocation,
                wish.policies(),
                "Breaking glass",
                opening == null
                        ? new BreakGlass(request.number(), because)
                        : request.pinned().breakingGlass(because));
        var now = clock.instant();
        var glass = BrokenGlass.broken(invocation.actor(), because, now, reviewers(wish));
        var held = request.held();
        var granted = held == null
                ? request.breaking(glass).then(RequestState.GRANTED, Fate.granted(invocation.id(), now))
                : request.breaking(glass).then(RequestState.PROMOTED, Fate.admitted(invocation.id(), now, held));
        var shown = cardUpdater.change(request, granted);
        var rows = Stream.concat(
                        Stream.ofNullable(opening),
                        Stream.concat(shown.rows().stream(), Stream.of(glasses.breaking(request.number(), glass))))
                .toList();
        // the card of a new request is posted, and notifies those whom it mentions
        var told = opening == null
                ? Stream.of(new Delivery.RequestCopy(
                        granted.shown(), granted.number(), RequestCardUpdater.GLASS, reviews.told(granted)))
                : Stream.<Delivery>empty();
        var follow = Wake.after(PollIntervals.MOMENT, ReconcileKey.Kind.REQUEST, request.key(), request.shown());
        var review = Wake.now(ReconcileKey.Kind.BREAK_GLASS, request.key(), request.shown());
        var outcome = new Outcome(
                        Stream.concat(shown.deliveries().stream(), told).toList(),
                        held == null ? new Grant(request.number()) : null,
                        held == null ? section(request) : null,
                        rows,
                        List.of(),
                        null,
                        List.of(),
                        Stream.concat(shown.wakes().stream(), Stream.of(follow, review))
                                .toList())
                .under(decision.spoken())
                .recording(entry(granted, glass, decision, invocation, factorId));
        var guarded = decision.guard(outcome);
        return invocation.origin() instanceof Origin.Pressed
                ? guarded
                : guarded.saying(new Delivery.ToAsker(TextCard.of("You broke glass on " + request.named() + ": "
                        + request.cargo().project() + ", commit "
                        + request.cargo().shortCommit() + ", is deploying to "
                        + request.pinned().promotion()
                        + ". The approvers are notified, and two of them must review it.")));
    }

    /** The approvers; where policies name none, the people who may break the glass review each other. */
    private static List<String> reviewers(Wish wish) {
        var approvers = EligibleGlassBreakers.guarding(wish).stream()
                .flatMap(policy -> policy.approvals().approvers().stream())
                .distinct()
                .toList();
        return approvers.isEmpty()
                ? EligibleGlassBreakers.guarding(wish).stream()
                        .map(Policy::breakGlass)
                        .flatMap(List::stream)
                        .distinct()
                        .toList()
                : approvers;
    }

    private static ActMutex section(ApprovalRequest request) {
        return new ActMutex(
                Gate.section(request.cargo().pipelineId(), request.pinned().promotion()),
                TextCard.of("Someone else is deciding " + request.named()
                        + " right now, or the same promotion is already under way. Check its card."));
    }

    private LedgerEntry entry(
            ApprovalRequest request, BrokenGlass glass, Decision decision, Invocation invocation, String factorId) {
        Promote line = request.pinned().breakingGlass(glass.because());
        return new LedgerEntry(
                LedgerEntry.Kind.GLASS,
                glass.by(),
                null,
                invocation.place(),
                grammar.print(line),
                decision.spoken(),
                ActResult.State.DONE,
                "Broke glass on " + request.named() + stepUp.words(glass.by().userId(), factorId) + ": "
                        + glass.because());
    }
}
