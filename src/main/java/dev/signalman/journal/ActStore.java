package dev.signalman.journal;

import dev.signalman.dispatch.Act;
import dev.signalman.dispatch.ActResult;
import dev.signalman.dispatch.LostClaimException;
import jakarta.inject.Inject;
import java.time.InstantSource;
import org.jdbi.v3.core.Handle;

/**
 * The rows of acts: {@code intended}, {@code sent}, then {@code done}, {@code refused} or {@code unknown}. An
 * invocation has at most one.
 */
final class ActStore {
    private final InstantSource clock;

    @Inject
    ActStore(InstantSource clock) {
        this.clock = clock;
    }

    void intend(Handle handle, String invocationId, String line, Act act) {
        handle.createUpdate("""
                        INSERT INTO acts (invocation_id, token, line, state, intended_at, rules)
                        VALUES (:id, :token, :line, 'intended', :at, :rules)
                        """)
                .bind("id", invocationId)
                .bind("token", act.token())
                .bind("line", line)
                .bind("at", act.intended())
                .bind("rules", act.rules())
                .execute();
    }

    void sending(Handle handle, String invocationId) {
        open(
                invocationId,
                handle.createUpdate("""
                        UPDATE acts
                        SET state = 'sent', sent_at = :now
                        WHERE invocation_id = :id AND settled_at IS NULL
                        """)
                        .bind("id", invocationId)
                        .bind("now", clock.instant())
                        .execute());
    }

    void settle(Handle handle, String invocationId, ActResult result) {
        open(
                invocationId,
                handle.createUpdate("""
                        UPDATE acts
                        SET state = :state, settled_at = :now, words = :words
                        WHERE invocation_id = :id AND settled_at IS NULL
                        """)
                        .bind("id", invocationId)
                        .bind("now", clock.instant())
                        .bind("words", result.words())
                        .bind(
                                "state",
                                switch (result.state()) {
                                    case DONE -> "done";
                                    case REFUSED -> "refused";
                                    case UNKNOWN -> "unknown";
                                })
                        .execute());
    }

    /** Stores the number of an act's ledger row, for later results. */
    void kept(Handle handle, String invocationId, long row, String line) {
        handle.createUpdate("update acts set ledger_row = :row, ledger_line = :line where invocation_id = :id")
                .bind("id", invocationId)
                .bind("row", row)
                .bind("line", line)
                .execute();
    }

    private static void open(String invocationId, int changed) {
        if (changed != 1) {
            throw new LostClaimException(invocationId);
        }
    }
}
