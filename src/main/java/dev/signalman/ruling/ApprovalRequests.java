package dev.signalman.ruling;

import dev.signalman.command.Grant;
import dev.signalman.command.Promote;
import dev.signalman.dispatch.Invocation;
import dev.signalman.dispatch.Outcome;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Opens and grants approval requests for promotions. */
public interface ApprovalRequests {
    /**
     * Opens a request, or returns the open one for the same promotion.
     *
     * @param pinned the exact promotion to carry out when the request is granted
     * @throws dev.signalman.command.Refusal when the request cannot be shown where it must be
     */
    Outcome open(Wish wish, Promote pinned, Decision decision, Invocation invocation);

    /**
     * Grants a request to one person alone: the open one for the same promotion, or a new one that is granted at once.
     * Every rule is judged again first.
     *
     * @param wish with a broken glass
     * @param pinned the exact promotion to carry out
     * @throws dev.signalman.command.Refusal when the rules do not allow it
     */
    Outcome breakGlass(Wish wish, Promote pinned, Invocation invocation);

    /**
     * The wish of the newest open request for the same promotion, with its votes; {@code wish} itself when none is
     * open.
     */
    Wish asAsked(Wish wish);

    /** Who took part in a granted request; empty when the request is unknown. */
    Optional<Parties> parties(Grant grant);

    /**
     * Participants by name.
     *
     * @param agreed approvers, first vote first
     * @param alone who broke the glass; null for nobody
     */
    record Parties(
            String asked, List<String> agreed, @Nullable String alone) {
        /** Keeps its own copy. */
        public Parties {
            agreed = List.copyOf(agreed);
        }
    }
}
