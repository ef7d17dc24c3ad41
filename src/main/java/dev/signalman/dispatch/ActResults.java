package dev.signalman.dispatch;

import java.util.Optional;

/** How acts ended that were intended before. */
public interface ActResults {
    /**
     * How the act of an invocation ended; empty while it is open, and when there is none.
     *
     * @param invocationId the invocation that acted
     */
    Optional<Result> of(String invocationId);

    /** How it ended, and the sentence that says it. */
    record Result(Carried.State state, String words) {}
}
