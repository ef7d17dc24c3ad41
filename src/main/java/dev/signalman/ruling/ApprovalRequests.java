package dev.signalman.ruling;

import dev.signalman.command.Grant;
import dev.signalman.command.Promote;
import dev.signalman.dispatch.Invocation;
import dev.signalman.dispatch.Outcome;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where promotions are asked for that votes must allow. */
public interface ApprovalRequests {
    /**
     * Opens a request, or points at the one that is open for the very same.
     *
     * @param pinned what is to be promoted when it is granted, to the letter
     * @throws dev.signalman.command.Refusal when it could not be shown where it must be
     */
    Outcome open(Wish wish, Promote pinned, Decision decision, Invocation invocation);

    /**
     * Lets whoever wants it go ahead alone: with the open request for the very same, or with one that is opened and granted at once.
     * Every rule is judged again first.
     *
     * @param wish with a broken glass
     * @param pinned what is to be promoted, to the letter
     * @throws dev.signalman.command.Refusal when it may not go
     */
    Outcome breakGlass(Wish wish, Promote pinned, Invocation invocation);

    /** The same promotion of the same pipeline as the newest open request asks for it, with its votes; {@code wish} when none is open. */
    Wish asAsked(Wish wish);

    /** Who took part in what a grant carries out; empty when no such request is known. */
    Optional<Parties> parties(Grant grant);

    /**
     * Who took part, by name.
     *
     * @param agreed who agreed, the first one first
     * @param alone who went ahead alone; null when nobody did
     */
    record Parties(
            String asked, List<String> agreed, @Nullable String alone) {
        /** Keeps its own copy. */
        public Parties {
            agreed = List.copyOf(agreed);
        }
    }
}
