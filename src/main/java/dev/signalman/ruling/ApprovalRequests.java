package dev.signalman.ruling;

import dev.signalman.command.Grant;
import dev.signalman.command.Promote;
import dev.signalman.dispatch.Invocation;
import dev.signalman.dispatch.Outcome;
import dev.signalman.domain.Place;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Opens and grants approval requests for promotions. */
public interface ApprovalRequests {
    /**
     * Opens a request, or returns the open one for the same promotion. A promotion that goes later is a request, even
     * if it needs no votes.
     *
     * @param pinned the exact promotion to carry out when the request is granted; its time is exact
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
     * Opens a request for a deploy that waits at the gate.
     *
     * @param wish with a start that is {@link DeployStart.Held}
     * @param pinned the promotion that the deploy is, for the record; nothing is promoted
     * @throws dev.signalman.command.Refusal when the request cannot be shown where it must be
     */
    Outcome hold(Wish wish, Promote pinned, Decision decision);

    /** The request for a deploy that waits at the gate, or waited there; empty when there is none. */
    Optional<HeldRequest> held(String pipelineId);

    /**
     * Ends the waiting request of a deploy that does not wait at the gate any more.
     *
     * @param why a sentence
     */
    Outcome abandon(String pipelineId, String why);

    /**
     * A request for a deploy at the gate.
     *
     * @param words how it stands, in whole sentences
     * @param shown where its card is
     */
    record HeldRequest(int number, Standing standing, String words, Place shown) {
        /** What the deploy may do. */
        public enum Standing {
            WAITS,
            MAY_GO,
            MAY_NOT_GO
        }
    }

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
