package dev.signalman.port;

import dev.signalman.dispatch.ActResult;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Looks up the results of earlier acts. */
public interface SettledActs {
    /**
     * The result of an invocation's act; empty while it is open, or if there is none.
     *
     * @param invocationId the invocation that acted
     */
    Optional<Result> of(String invocationId);

    /**
     * The ledger row of a settled act; empty while it is open, if there is none, or if the act is older than these
     * records.
     *
     * @param token the act's token
     */
    Optional<Kept> kept(String token);

    /** The final state of an act, and one sentence about it. */
    record Result(ActResult.State state, String words) {}

    /**
     * The ledger's row of an act.
     *
     * @param intended when the act was intended
     * @param number the number of the row
     * @param line the command
     * @param rules the rules that were applied; null for none
     */
    record Kept(
            Instant intended,
            long number,
            String line,
            @Nullable String rules) {}
}
