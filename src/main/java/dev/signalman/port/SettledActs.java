package dev.signalman.port;

import dev.signalman.dispatch.ActResult;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How acts ended that were intended before. */
public interface SettledActs {
    /**
     * How the act of an invocation ended; empty while it is open, and when there is none.
     *
     * @param invocationId the invocation that acted
     */
    Optional<Result> of(String invocationId);

    /**
     * What the ledger keeps of an act that is settled; empty while it is open, when there is none, and when it was settled before that was
     * noted.
     *
     * @param token the act's own
     */
    Optional<Kept> kept(String token);

    /** How it ended, and the sentence that says it. */
    record Result(ActResult.State state, String words) {}

    /**
     * The ledger's row of an act.
     *
     * @param intended when the act was intended
     * @param number its number
     * @param line the command that stands there
     * @param rules the rules that it was judged by; null for none
     */
    record Kept(
            Instant intended,
            long number,
            String line,
            @Nullable String rules) {}
}
