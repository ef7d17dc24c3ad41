package dev.signalman.ruling;

import dev.signalman.command.Promote;
import dev.signalman.command.Refusal;
import dev.signalman.dispatch.Invocation;
import dev.signalman.dispatch.Origin;
import dev.signalman.dispatch.Outcome;
import jakarta.inject.Inject;
import java.util.function.Supplier;

/** The only way to a deploy: code that would start one asks here first. */
public final class Gate {
    private final Judge judge;
    private final ApprovalRequests requests;

    @Inject
    Gate(Judge judge, ApprovalRequests requests) {
        this.judge = judge;
        this.requests = requests;
    }

    /** Name of the mutex that all promotions of one name from one pipeline share. */
    public static String section(String pipelineId, String promotion) {
        return "promote " + pipelineId + " " + promotion;
    }

    /**
     * Judges a wish.
     *
     * @throws dev.signalman.command.Refusal when it may not go, and votes could not change that
     */
    public Decision decide(Wish wish) {
        var decision = judge.judge(wish);
        if (decision.granted() || decision.mayBeAskedFor()) {
            return decision;
        }
        throw decision.refusal();
    }

    /**
     * Judges a wish that goes later, so that what only needs votes or time may still be unmet.
     *
     * @throws dev.signalman.command.Refusal when it could not go then either, as far as is known now
     */
    public Decision decideAhead(Wish wish) {
        var decision = judge.judge(wish);
        if (decision.onlyWaits()) {
            return decision;
        }
        throw decision.refusal();
    }

    /**
     * Returns {@code go} with the decision's guards if every rule is met; opens a request if votes are missing, or if it goes
     * later.
     *
     * @param pinned the exact promotion that a request would be for
     * @throws dev.signalman.command.Refusal in all other cases
     */
    public Outcome pass(Wish wish, Decision decision, Promote pinned, Invocation invocation, Supplier<Outcome> go) {
        if (invocation.origin() instanceof Origin.ByAgent) {
            return requests.open(wish, pinned, votedOn(decision), invocation);
        }
        if (pinned.scheduled() != null && decision.onlyWaits()) {
            return requests.open(wish, pinned, decision, invocation);
        }
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

    /** The decision, if people decide next: an agent only ever asks. */
    private static Decision votedOn(Decision decision) {
        if (decision.mayBeAskedFor()) {
            return decision;
        }
        throw decision.granted()
                ? new Refusal(
                        "No rule asks for approval here, so an agent can't request it: agents never deploy without a "
                                + "person. Ask a person to promote it.")
                : decision.refusal();
    }
}
