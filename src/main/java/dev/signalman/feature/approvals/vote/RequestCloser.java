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
import dev.signalman.feature.approvals.view.ScheduledRequestPhrases;
import dev.signalman.ruling.Policies;
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
     * A request that waits for votes.
     *
     * @throws Refusal when it no longer does; says how it ended
     */
    public ApprovalRequest waiting(int number) {
        var request = pending(number);
        if (request.state() == RequestState.SCHEDULED) {
            throw new Refusal(request.named() + " needs no more approval. " + ScheduledRequestPhrases.sentence(request)
                    + " Nothing was changed.");
        }
        return request;
    }

    /**
     * A request that waits for votes or for its time.
     *
     * @throws Refusal when it no longer does; says how it ended
     */
    public ApprovalRequest pending(int number) {
        var request = store.find(number)
                .orElseThrow(() ->
                        new Refusal("I can't find request #" + number + ". /semaphore approvals lists the open ones."));
        if (!request.state().pending()) {
            throw new Refusal(request.named() + " " + how(request) + ". To open a new request, promote again.");
        }
        return request;
    }

    private static String how(ApprovalRequest request) {
        var by = " by " + Objects.requireNonNullElse(request.fate().by(), "someone");
        return switch (request.state()) {
            case WAITING, SCHEDULED -> throw new IllegalStateException(request.named() + " waits still");
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
            case REFUSED -> request.scheduled() ? "was blocked at its scheduled time" : "was blocked after approval";
        };
    }

    /** Whether its time for votes is over, even if that is not yet recorded. */
    public boolean over(ApprovalRequest request) {
        return request.state() == RequestState.WAITING && !clock.instant().isBefore(request.expires());
    }

    /** Ends a request without enough votes. Who scheduled it is told, since they count on its time. */
    public Outcome expire(ApprovalRequest request) {
        var expired = expired(request);
        return request.scheduled()
                ? cardUpdater.missed(request, "It didn't get the approvals that it needs.", expired)
                : expired;
    }

    private Outcome expired(ApprovalRequest request) {
        var counts = policies
                .get()
                .of(request.pinned().promotion(), request.cargo().project())
                .stream()
                .map(policy -> policy.approvals().needed())
                .filter(needed -> needed > 0)
                .map(RequestPhrases::approvals)
                .collect(Collectors.joining(" and "));
        int agreed = request.approvals().size();
        return end(
                request,
                RequestState.EXPIRED,
                null,
                counts.isEmpty() ? RequestPhrases.approvals(agreed) : agreed + " of " + counts);
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
