package dev.signalman.ruling;

import dev.signalman.dispatch.Outcome;
import jakarta.inject.Inject;
import java.util.function.Supplier;

/** The one gate to a deploy: whatever would start one passes here, or is refused. */
public final class Gate {
    private final Judge judge;

    @Inject
    Gate(Judge judge) {
        this.judge = judge;
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
     * Lets {@code go} happen when every rule is met.
     *
     * @throws dev.signalman.command.Refusal when one is not
     */
    public Outcome pass(Decision decision, Supplier<Outcome> go) {
        if (decision.granted()) {
            return go.get();
        }
        throw decision.refusal();
    }
}
