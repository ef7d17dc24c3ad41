package dev.signalman.feature.gate;

import dev.signalman.dispatch.RowChange;
import dev.signalman.dispatch.StaleDecisionException;
import dev.signalman.storage.InstantColumns;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** Stores the deploys that asked at the gate, in the table {@code gate_visit}. */
final class GateVisitStore {
    private final Jdbi jdbi;
    private final InstantSource clock;

    @Inject
    GateVisitStore(Jdbi jdbi, InstantSource clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /** State of a visit. */
    enum State {
        /** Not judged yet. */
        ASKED,
        /** A request waits for votes. */
        WAITS,
        /** The deploy may go on; final. */
        OPEN,
        /** The deploy may not go on; final. */
        CLOSED
    }

    /**
     * A deploy at the gate.
     *
     * @param words whole sentences for the log of the job
     */
    record Visit(String pipelineId, Instant asked, State state, String words) {
        boolean decided() {
            return state == State.OPEN || state == State.CLOSED;
        }
    }

    Optional<Visit> find(String pipelineId) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT * FROM gate_visit WHERE pipeline_id = :pipeline")
                .bind("pipeline", pipelineId)
                .map((row, context) -> new Visit(
                        row.getString("pipeline_id"),
                        InstantColumns.instant(row, "asked_at"),
                        State.valueOf(row.getString("state")),
                        row.getString("words")))
                .findOne());
    }

    /** Adds a visit, unless the pipeline asked before. */
    void add(String pipelineId) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO gate_visit (pipeline_id, asked_at, state, words)
                        VALUES (:pipeline, :now, 'ASKED', '')
                        ON CONFLICT DO NOTHING
                        """)
                .bind("pipeline", pipelineId)
                .bind("now", clock.instant())
                .execute());
    }

    /** Changes a visit, if it is still as it was read. */
    RowChange changing(Visit before, State state, String words) {
        var decided = state == State.OPEN || state == State.CLOSED ? clock.instant() : null;
        return handle -> {
            int changed = handle.createUpdate("""
                            UPDATE gate_visit
                            SET state = :state, words = :words, decided_at = :decided
                            WHERE pipeline_id = :pipeline AND state = :before
                            """)
                    .bind("state", state.name())
                    .bind("words", words)
                    .bind("decided", decided)
                    .bind("pipeline", before.pipelineId())
                    .bind("before", before.state().name())
                    .execute();
            if (changed == 0) {
                throw new StaleDecisionException("The gate's answer to " + before.pipelineId());
            }
        };
    }
}
