package dev.signalman.port;

import dev.signalman.card.Card;
import dev.signalman.dispatch.RowChange;
import java.util.Optional;

/** Answers to agents, which wait in the database until the call that asked takes them. */
public interface AgentAnswers {
    /** Stores a card as an answer, in words; several answers to one invocation keep their order. */
    RowChange answering(String invocationId, Card card);

    /** The answer, once there is one. */
    Optional<Answer> find(String invocationId);

    /**
     * An answer.
     *
     * @param words plain text, which contains foreign text
     * @param refused whether the command was refused
     */
    record Answer(String words, boolean refused) {}
}
