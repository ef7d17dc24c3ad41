package dev.signalman.feature.polling;

import dev.signalman.storage.Database;
import dev.signalman.storage.InstantColumns;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Stores the cursors, in the table {@code lookout_mark}. */
final class PollCursorStore {
    private final Database database;

    @Inject
    PollCursorStore(Database database) {
        this.database = database;
    }

    Optional<PollCursor> of(String projectId, PollTimestamp pollTimestamp) {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery("""
                        SELECT from_time, seen, looked
                        FROM lookout_mark
                        WHERE project_id = :project AND moment = :moment
                        """)
                        .bind("project", projectId)
                        .bind("moment", pollTimestamp.name())
                        .map((row, context) -> new PollCursor(
                                pollTimestamp,
                                InstantColumns.instant(row, "from_time"),
                                InstantColumns.instant(row, "seen"),
                                InstantColumns.instant(row, "looked")))
                        .findOne());
    }

    /** When each project was last read, by project id. */
    Map<String, Instant> looked(PollTimestamp pollTimestamp) {
        var looked = new HashMap<String, Instant>();
        database.jdbi()
                .useHandle(handle -> handle.createQuery(
                                "SELECT project_id, looked FROM lookout_mark WHERE moment = :moment")
                        .bind("moment", pollTimestamp.name())
                        .map((row, context) ->
                                Map.entry(row.getString("project_id"), InstantColumns.instant(row, "looked")))
                        .forEach(each -> looked.put(each.getKey(), each.getValue())));
        return looked;
    }

    /** Advances a cursor, never moves it back: another instance may have advanced it further meanwhile. */
    void move(String projectId, PollCursor cursor) {
        database.inTransaction(handle -> {
            var moved = handle.createUpdate("""
                            UPDATE lookout_mark
                            SET seen = CASE WHEN seen > :seen THEN seen ELSE :seen END, looked = :looked
                            WHERE project_id = :project AND moment = :moment
                            """)
                    .bind("seen", cursor.seen())
                    .bind("looked", cursor.looked())
                    .bind("project", projectId)
                    .bind("moment", cursor.moment().name())
                    .execute();
            return moved > 0 ? moved : add(handle, projectId, cursor);
        });
    }

    /** Moves a cursor past pipelines that were dealt with, so that they are not read again. */
    void skip(String projectId, PollCursor cursor) {
        database.inTransaction(handle -> handle.createUpdate("""
                        UPDATE lookout_mark
                        SET from_time = :from, seen = :seen
                        WHERE project_id = :project AND moment = :moment AND seen < :seen
                        """)
                .bind("from", cursor.from())
                .bind("seen", cursor.seen())
                .bind("project", projectId)
                .bind("moment", cursor.moment().name())
                .execute());
    }

    /** Moves a cursor back from the future. */
    void pullBack(String projectId, PollCursor cursor) {
        database.inTransaction(handle -> handle.createUpdate("""
                        UPDATE lookout_mark
                        SET from_time = :from, seen = :seen, looked = :looked
                        WHERE project_id = :project AND moment = :moment
                        """)
                .bind("from", cursor.from())
                .bind("seen", cursor.seen())
                .bind("looked", cursor.looked())
                .bind("project", projectId)
                .bind("moment", cursor.moment().name())
                .execute());
    }

    private static int add(Handle handle, String projectId, PollCursor cursor) {
        return handle.createUpdate("""
                        INSERT INTO lookout_mark (project_id, moment, from_time, seen, looked)
                        VALUES (:project, :moment, :from, :seen, :looked)
                        ON CONFLICT DO NOTHING
                        """)
                .bind("project", projectId)
                .bind("moment", cursor.moment().name())
                .bind("from", cursor.from())
                .bind("seen", cursor.seen())
                .bind("looked", cursor.looked())
                .execute();
    }

    /** Deletes the cursors of unwatched projects, so a new subscription does not report the time in between. */
    void forgetAllBut(PollTimestamp pollTimestamp, Collection<String> projectIds) {
        database.inTransaction(handle -> projectIds.isEmpty()
                ? handle.createUpdate("DELETE FROM lookout_mark WHERE moment = :moment")
                        .bind("moment", pollTimestamp.name())
                        .execute()
                : handle.createUpdate("DELETE FROM lookout_mark WHERE moment = :moment AND project_id NOT IN (<ids>)")
                        .bind("moment", pollTimestamp.name())
                        .bindList("ids", projectIds)
                        .execute());
    }
}
