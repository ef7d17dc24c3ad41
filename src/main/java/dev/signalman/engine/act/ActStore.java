package dev.signalman.engine.act;

import dev.signalman.dispatch.Act;
import dev.signalman.dispatch.ActMutex;
import dev.signalman.dispatch.ActMutexHeldException;
import dev.signalman.dispatch.ActResult;
import dev.signalman.dispatch.LostClaimException;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/**
 * Stores acts and the mutexes they hold. An act is {@code intended}, then {@code sent}, then {@code done},
 * {@code refused} or {@code unknown}. An invocation acts at most once.
 */
public final class ActStore {
    private final InstantSource clock;

    @Inject
    ActStore(InstantSource clock) {
        this.clock = clock;
    }

    public void intend(Handle handle, String invocationId, String line, Act act) {
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

    public void sending(Handle handle, String invocationId) {
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

    public void settle(Handle handle, String invocationId, ActResult result) {
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
    public void kept(Handle handle, String invocationId, long row, String line) {
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

    /**
     * Acquires a mutex for an act that was just inserted. The act holds it once the transaction commits. The database
     * allows one holder.
     *
     * @throws ActMutexHeldException when another act holds it, or held it since {@code known} was read
     */
    public void enter(Handle handle, ActMutex mutex, String invocationId, Set<String> known) {
        var entered = handle.createUpdate(
                        "INSERT INTO sections (name, invocation_id) VALUES (:name, :id) ON CONFLICT DO NOTHING")
                .bind("name", mutex.name())
                .bind("id", invocationId)
                .execute();
        if (entered == 0) {
            throw ActMutexHeldException.by(mutex);
        }
        // query while this act holds the mutex: the earlier holders have committed, and no other act can acquire it
        var passed = handle.createQuery("SELECT invocation_id FROM acts WHERE section = :name")
                .bind("name", mutex.name())
                .mapTo(String.class)
                .set();
        if (!known.containsAll(passed)) {
            throw ActMutexHeldException.after(mutex, passed);
        }
        handle.createUpdate("UPDATE acts SET section = :name WHERE invocation_id = :id")
                .bind("name", mutex.name())
                .bind("id", invocationId)
                .execute();
    }

    /** Releases the mutex of an act. */
    public void leave(Handle handle, String invocationId) {
        handle.createUpdate("DELETE FROM sections WHERE invocation_id = :id")
                .bind("id", invocationId)
                .execute();
    }
}
