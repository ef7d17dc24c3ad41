package dev.signalman.engine;

import dev.signalman.engine.cards.CardRow;
import dev.signalman.engine.keys.ReconcileKeyStore;
import dev.signalman.port.Chore;
import dev.signalman.storage.Database;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/**
 * Deletes rows that were finished long ago, in small steps, since every transaction has to be short. Each step finds
 * its rows by an index and deletes them by key: for a delete with a subquery H2 reads the whole table, and so does
 * PostgreSQL when it expects many old rows.
 */
public final class JournalPurge implements Chore {
    /** How long a repeated delivery is recognized. */
    private static final Duration INVOCATIONS = Duration.ofDays(7);

    /** How long a press finds its card; older buttons still work, but do not vanish when pressed. */
    private static final Duration CARDS = Duration.ofDays(60);

    private static final int STEP = 500;

    private final Database database;
    private final ReconcileKeyStore watches;
    private final InstantSource clock;

    @Inject
    JournalPurge(Database database, ReconcileKeyStore watches, InstantSource clock) {
        this.database = database;
        this.watches = watches;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "purge-journal";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(1);
    }

    @Override
    public void run() {
        steps(this::invocations);
        for (var kind : CardRow.Kind.values()) {
            steps(handle -> cards(handle, kind));
        }
        database.inTransaction(watches::forget);
    }

    private interface Forgetting {
        int in(Handle handle);
    }

    private void steps(Forgetting forgetting) {
        int gone;
        do {
            gone = database.inTransaction(forgetting::in);
        } while (gone == STEP);
    }

    private int invocations(Handle handle) {
        var ids = old(
                // open rows have no finished_at; a condition for that would make H2 read another index with all
                // finished rows
                handle.createQuery("""
                        SELECT id
                        FROM inbox
                        WHERE finished_at < :before
                        ORDER BY finished_at DESC
                        LIMIT :step
                        """), INVOCATIONS);
        delete(handle, "DELETE FROM acts WHERE invocation_id IN (<keys>)", ids);
        return delete(handle, "DELETE FROM inbox WHERE id IN (<keys>)", ids);
    }

    /** Deletes old asides even if they were never shown, and other cards only once Slack shows their wanted version. */
    private int cards(Handle handle, CardRow.Kind kind) {
        var passing = kind == CardRow.Kind.ASIDE || kind == CardRow.Kind.LINK;
        var old = handle.createQuery("SELECT card_key FROM cards WHERE kind = :kind AND made_at < :before"
                        + (passing ? "" : " AND lane IS NULL") + " ORDER BY kind, made_at LIMIT :step")
                .bind("kind", kind.name());
        return delete(handle, "DELETE FROM cards WHERE card_key IN (<keys>)", old(old, passing ? INVOCATIONS : CARDS));
    }

    private List<String> old(Query query, Duration age) {
        return query.bind("before", clock.instant().minus(age))
                .bind("step", STEP)
                .mapTo(String.class)
                .list();
    }

    private static int delete(Handle handle, String statement, List<String> keys) {
        return keys.isEmpty()
                ? 0
                : handle.createUpdate(statement).bindList("keys", keys).execute();
    }
}
