package dev.signalman.ruling;

import dev.signalman.command.Promote;
import dev.signalman.dispatch.Invocation;
import dev.signalman.dispatch.Outcome;
import jakarta.inject.Inject;
import java.util.function.Supplier;

/** The one gate to a deploy: whatever would start one passes here, or is refused. */
public final class Gate {
    private final Judge judge;
    private final ApprovalRequests requests;

    @Inject
    Gate(Judge judge, ApprovalRequests requests) {
        this.judge = judge;
        this.requests = requests;
    }

    /** Names what promotions of one name from one pipeline have to themselves, whichever way they come. */
    public static String section(String pipelineId, String promotion) {
        return "promote " + pipelineId + " " + promotion;
    }

    /**
     * Judges a wish.
     *
     * @throws dev.signalman.command.Refusal when it may not go, and no votes could change that
     */
    public Decision decide(Wish wish) {
        var decision = judge.judge(wish);
        if (decision.granted() || decision.mayBeAskedFor()) {
            return decision;
        }
        throw decision.refusal();
    }

    /**
     * Lets {@code go} happen when every rule is met, and still is when that is recorded; opens a request where votes are missing.
     *
     * @param pinned what a request is for, to the letter
     * @throws dev.signalman.command.Refusal when neither may be
     */
    public Outcome pass(Wish wish, Decision decision, Promote pinned, Invocation invocation, Supplier<Outcome> go) {
        if (decision.granted() && wish.breakGlass() != null) {
            return requests.breakGlass(wish, pinned, invocation);
        }
        if (decision.granted()) {
            return decision.guard(go.get().under(decision.spoken()));
        }
        if (decision.mayBeAskedFor()) {
            return requests.open(wish, pinned, decision, invocation);
        }
        throw decision.refusal();
    }
}
