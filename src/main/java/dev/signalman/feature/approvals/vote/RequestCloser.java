package dev.signalman.feature.approvals.vote;

import dev.signalman.command.Grammar;
import dev.signalman.command.Refusal;
import dev.signalman.dispatch.ActResult;
import dev.signalman.dispatch.LedgerEntry;
import dev.signalman.dispatch.Outcome;
import dev.signalman.domain.Actor;
import dev.signalman.feature.approvals.request.ApprovalRequest;
import dev.signalman.feature.approvals.request.RequestPhrases;
import dev.signalman.feature.approvals.request.RequestState;
import dev.signalman.feature.approvals.request.RequestStore;
import dev.signalman.feature.approvals.view.RequestCardUpdater;
import dev.signalman.ruling.Policies;
import dev.signalman.ruling.Vote;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Ends requests without a promotion. */
public final class RequestCloser {
    private final RequestStore store;
    private final RequestCardUpdater cardUpdater;
    private final Supplier<Policies> policies;
    private final Grammar grammar;
    private final InstantSource clock;

    @Inject
    RequestCloser(
            RequestStore store,
            RequestCardUpdater cardUpdater,
            Supplier<Policies> policies,
            Grammar grammar,
            InstantSource clock) {
        this.store = store;
        this.cardUpdater = cardUpdater;
        this.policies = policies;
        this.grammar = grammar;
        this.clock = clock;
    }

    /**
     * A waiting request.
     *
     * @throws Refusal when it no longer waits; says how it ended
     */
    public ApprovalRequest waiting(int number) {
        var request = store.find(number)
                .orElseThrow(() ->
                        new Refusal("I can't find request #" + number + ". /semaphore approvals lists the open ones."));
        if (request.state() != RequestState.WAITING) {
            throw new Refusal(request.named() + " " + how(request) + ". To open a new request, promote again.");
        }
        return request;
    }

    private static String how(ApprovalRequest request) {
        var by = " by " + Objects.requireNonNullElse(request.fate().by(), "someone");
        return switch (request.state()) {
            case WAITING -> throw new IllegalStateException(request.named() + " waits still");
            case GRANTED, PROMOTED, DEPLOYED, FAILED, UNCLEAR -> {
                var glass = request.glass();
                yield glass == null
                        ? "is already approved"
                        : "was promoted by " + glass.by().name() + " (break-glass)";
            }
            case REJECTED -> "was rejected" + by;
            case WITHDRAWN -> "was withdrawn" + by;
            case EXPIRED -> "has expired";
            case OVERTAKEN -> "was overtaken";
            case REFUSED -> "was blocked after approval";
        };
    }

    /** Whether it has expired, even if that is not yet recorded. */
    public boolean over(ApprovalRequest request) {
        return !clock.instant().isBefore(request.expires());
    }

    public Outcome expire(ApprovalRequest request) {
        var counts = policies
                .get()
                .of(request.pinned().promotion(), request.cargo().project())
                .stream()
                .map(policy -> policy.approvals().needed())
                .filter(needed -> needed > 0)
                .map(RequestPhrases::approvals)
                .collect(Collectors.joining(" and "));
        long agreed = request.votes().stream().filter(Vote::approves).count();
        return end(
                request,
                RequestState.EXPIRED,
                null,
                counts.isEmpty() ? RequestPhrases.approvals((int) agreed) : agreed + " of " + counts);
    }

    /**
     * Ends a request.
     *
     * @param by null for nobody in particular
     * @param words why; may be empty
     */
    public Outcome end(ApprovalRequest request, RequestState state, @Nullable Actor by, String words) {
        var ended = request.then(state, request.fate().ended(by, clock.instant(), words));
        return cardUpdater
                .change(request, ended)
                .recording(LedgerEntry.act(
                        by == null ? request.requester() : by,
                        request.shown(),
                        grammar.print(request.pinned()),
                        null,
                        ActResult.State.REFUSED,
                        request.named() + ": " + cardUpdater.spoken(ended)));
    }
}
