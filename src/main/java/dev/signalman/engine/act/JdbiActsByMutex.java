package dev.signalman.engine.act;

import dev.signalman.dispatch.ActResult;
import dev.signalman.domain.Actor;
import dev.signalman.port.ActsByMutex;
import dev.signalman.storage.Database;
import dev.signalman.storage.InstantColumns;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;

/** Reads acts by mutex from the rows of acts and their invocations. */
public final class JdbiActsByMutex implements ActsByMutex {
    private final Database database;

    @Inject
    JdbiActsByMutex(Database database) {
        this.database = database;
    }

    @Override
    public List<Gone> of(String section) {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery("""
                        SELECT acts.*, inbox.user_id, inbox.user_name, inbox.team_id
                        FROM acts
                            JOIN inbox ON inbox.id = acts.invocation_id
                        WHERE acts.section = :section
                        ORDER BY intended_at, invocation_id
                        """)
                        .bind("section", section)
                        .map((row, context) -> {
                            var settled = InstantColumns.instantOrNull(row, "settled_at");
                            return new Gone(
                                    row.getString("invocation_id"),
                                    new Actor(
                                            row.getString("user_id"),
                                            row.getString("user_name"),
                                            row.getString("team_id")),
                                    row.getString("line"),
                                    InstantColumns.instant(row, "intended_at"),
                                    settled,
                                    settled == null
                                            ? null
                                            : ActResult.State.valueOf(
                                                    row.getString("state").toUpperCase(Locale.ROOT)));
                        })
                        .list());
    }
}
