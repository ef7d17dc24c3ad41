package dev.signalman.feature.approvals;

import dev.signalman.command.Grammar;
import dev.signalman.command.Refusal;
import dev.signalman.dispatch.Carried;
import dev.signalman.dispatch.Entry;
import dev.signalman.dispatch.Outcome;
import dev.signalman.domain.Actor;
import dev.signalman.ruling.Policies;
import dev.signalman.ruling.Vote;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Ends requests without a promotion. */
final class Endings {
    private final RequestStore store;
    private final Retelling retelling;
    private final Supplier<Policies> policies;
    private final Grammar grammar;
    private final InstantSource clock;

    @Inject
    Endings(
            RequestStore store,
            Retelling retelling,
            Supplier<Policies> policies,
            Grammar grammar,
            InstantSource clock) {
        this.store = store;
        this.retelling = retelling;
        this.policies = policies;
        this.grammar = grammar;
        this.clock = clock;
    }

    /**
     * A request that waits for votes.
     *
     * @throws Refusal when it does not, saying how it ended
     */
    Request waiting(int number) {
        var request = store.find(number)
                .orElseThrow(() -> new Refusal("There is no request #" + number
                        + ". Its number stands on its card; say approvals for those that wait."));
        if (request.state() != State.WAITING) {
            throw new Refusal(request.named() + " " + how(request)
                    + ", so there is nothing to decide any more. To ask anew, promote again.");
        }
        return request;
    }

    private static String how(Request request) {
        var by = " by " + Objects.requireNonNullElse(request.fate().by(), "somebody");
        return switch (request.state()) {
            case WAITING -> throw new IllegalStateException(request.named() + " waits still");
            case GRANTED, PROMOTED, DEPLOYED, FAILED, UNCLEAR -> {
                var glass = request.glass();
                yield glass == null
                        ? "was approved"
                        : "was promoted by " + glass.by().name() + ", who broke the glass";
            }
            case REJECTED -> "was rejected" + by;
            case WITHDRAWN -> "was withdrawn" + by;
            case EXPIRED -> "has expired";
            case OVERTAKEN -> "was overtaken";
            case REFUSED -> "was refused at the end";
        };
    }

    /** Whether its time is over, though nobody may have written that down yet. */
    boolean over(Request request) {
        return !clock.instant().isBefore(request.expires());
    }

    Outcome expire(Request request) {
        var counts = policies
                .get()
                .of(request.pinned().promotion(), request.cargo().project())
                .stream()
                .map(policy -> policy.approvals().needed())
                .filter(needed -> needed > 0)
                .map(Words::approvals)
                .collect(Collectors.joining(" and "));
        long agreed = request.votes().stream().filter(Vote::approves).count();
        return end(
                request,
                State.EXPIRED,
                null,
                counts.isEmpty() ? Words.approvals((int) agreed) : agreed + " of " + counts);
    }

    /**
     * Ends one.
     *
     * @param by null for nobody in particular
     * @param words why; may be empty
     */
    Outcome end(Request request, State state, @Nullable Actor by, String words) {
        var ended = request.then(state, request.fate().ended(by, clock.instant(), words));
        return retelling
                .change(request, ended)
                .recording(Entry.act(
                        by == null ? request.requester() : by,
                        request.shown(),
                        grammar.print(request.pinned()),
                        null,
                        Carried.State.REFUSED,
                        request.named() + ": " + retelling.spoken(ended)));
    }
}
