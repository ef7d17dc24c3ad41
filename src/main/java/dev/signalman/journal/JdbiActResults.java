package dev.signalman.journal;

import dev.signalman.dispatch.ActResults;
import dev.signalman.dispatch.Carried;
import dev.signalman.storage.Database;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Optional;

/** Reads it from the rows of acts. */
final class JdbiActResults implements ActResults {
    private final Database database;

    @Inject
    JdbiActResults(Database database) {
        this.database = database;
    }

    @Override
    public Optional<Result> of(String invocationId) {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery("""
                        SELECT state, words
                        FROM acts
                        WHERE invocation_id = :id AND settled_at IS NOT NULL
                        """)
                        .bind("id", invocationId)
                        .map((row, context) -> new Result(
                                Carried.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                                row.getString("words")))
                        .findOne());
    }
}
