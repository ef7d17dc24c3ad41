package dev.signalman.ruling;

import dev.signalman.command.Promote;
import dev.signalman.dispatch.Invocation;
import dev.signalman.dispatch.Outcome;

/** Where promotions are asked for that votes must allow. */
public interface Requests {
    /**
     * Opens a request, or points at the one that is open for the very same.
     *
     * @param pinned what is to be promoted when it is granted, to the letter
     * @throws dev.signalman.command.Refusal when it could not be shown where it must be
     */
    Outcome open(Wish wish, Promote pinned, Decision decision, Invocation invocation);

    /** The same promotion of the same pipeline as the newest open request asks for it, with its votes; {@code wish} when none is open. */
    Wish asAsked(Wish wish);
}
