package dev.signalman.feature.locks;

import dev.signalman.dispatch.Row;
import dev.signalman.dispatch.StaleException;
import dev.signalman.feature.locks.Barred.State;
import dev.signalman.storage.Columns;
import jakarta.inject.Inject;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** The deployment targets that locks and freezes hold, in the table {@code barred_target}. A row goes on from version to version. */
final class JdbiBarred {
    private static final String INSERT = """
            INSERT INTO barred_target (target, project_id, project, promotion_key, state, act, since, words, retry_at,
                version, target_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING""";
    private static final String UPDATE = """
            UPDATE barred_target SET target = ?, project_id = ?, project = ?, promotion_key = ?, state = ?, act = ?,
                since = ?, words = ?, retry_at = ?, version = ? WHERE target_id = ? AND version = ?""";
    private static final String DELETE = "DELETE FROM barred_target WHERE target_id = ? AND version = ?";
    private static final int LONGEST_WORDS = 4000;

    private final Jdbi jdbi;

    @Inject
    JdbiBarred(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    Optional<Barred> of(String targetId) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT * FROM barred_target WHERE target_id = ?")
                .bind(0, targetId)
                .map(JdbiBarred::read)
                .findOne());
    }

    /** Those of a promotion; more than one only where names of targets differ in case alone. */
    List<Barred> of(Locked what) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT * FROM barred_target WHERE project_id = ? AND promotion_key = ? ORDER BY target_id""")
                .bind(0, what.projectId())
                .bind(1, what.key())
                .map(JdbiBarred::read)
                .list());
    }

    List<Barred> all() {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT * FROM barred_target ORDER BY since, target_id")
                .map(JdbiBarred::read)
                .list());
    }

    /**
     * It stands so from now on.
     *
     * @param before what it comes after, and nothing else; null for nothing
     */
    Row putting(Barred next, @Nullable Barred before) {
        return connection -> {
            try (var statement = connection.prepareStatement(before == null ? INSERT : UPDATE)) {
                bind(statement, next);
                if (before != null) {
                    statement.setInt(12, before.version());
                }
                changed(statement);
            }
        };
    }

    /** Nothing is known of it any more. */
    Row forgetting(Barred before) {
        return connection -> {
            try (var statement = connection.prepareStatement(DELETE)) {
                statement.setString(1, before.targetId());
                statement.setInt(2, before.version());
                changed(statement);
            }
        };
    }

    private static void changed(PreparedStatement statement) throws SQLException {
        if (statement.executeUpdate() == 0) {
            throw new StaleException("The deployment target");
        }
    }

    private static void bind(PreparedStatement statement, Barred next) throws SQLException {
        var words = next.words();
        statement.setString(1, next.target());
        statement.setString(2, next.what().projectId());
        statement.setString(3, next.what().project());
        statement.setString(4, next.what().key());
        statement.setString(5, next.state().name());
        statement.setString(6, next.act());
        statement.setObject(7, next.since().atOffset(ZoneOffset.UTC));
        statement.setString(
                8, words == null || words.length() <= LONGEST_WORDS ? words : words.substring(0, LONGEST_WORDS));
        statement.setObject(9, next.retryAt() == null ? null : next.retryAt().atOffset(ZoneOffset.UTC));
        statement.setInt(10, next.version());
        statement.setString(11, next.targetId());
    }

    private static Barred read(ResultSet row, StatementContext context) throws SQLException {
        return new Barred(
                row.getString("target_id"),
                row.getString("target"),
                new Locked(row.getString("project_id"), row.getString("project"), row.getString("promotion_key")),
                State.valueOf(row.getString("state")),
                row.getString("act"),
                Columns.instant(row, "since"),
                row.getString("words"),
                Columns.instantOrNull(row, "retry_at"),
                row.getInt("version"));
    }
}
