package dev.signalman.feature.agenttokens;

import dev.signalman.card.Card;
import dev.signalman.card.RefusalCard;
import dev.signalman.dispatch.RowChange;
import dev.signalman.port.AgentAnswers;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;

/** Answers that wait for agents, in the table {@code agent_answer}. */
final class AgentAnswerStore implements AgentAnswers {
    private final Jdbi jdbi;
    private final InstantSource clock;

    @Inject
    AgentAnswerStore(Jdbi jdbi, InstantSource clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    @Override
    public RowChange answering(String invocationId, Card card) {
        var words = card.accept(new AgentCardText());
        return handle -> handle.createUpdate("""
                        INSERT INTO agent_answer (invocation_id, n, words, refused, answered_at)
                        SELECT :id, COUNT(*), :words, :refused, :now FROM agent_answer WHERE invocation_id = :id
                        """)
                .bind("id", invocationId)
                .bind("words", words)
                .bind("refused", card instanceof RefusalCard)
                .bind("now", clock.instant())
                .execute();
    }

    @Override
    public Optional<Answer> find(String invocationId) {
        var all = jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT words, refused FROM agent_answer WHERE invocation_id = :id ORDER BY n")
                .bind("id", invocationId)
                .map((row, context) -> new Answer(row.getString("words"), row.getBoolean("refused")))
                .list());
        return all.isEmpty()
                ? Optional.empty()
                : Optional.of(new Answer(
                        all.stream().map(Answer::words).collect(Collectors.joining("\n\n")),
                        all.stream().anyMatch(Answer::refused)));
    }
}
