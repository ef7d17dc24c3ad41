package dev.signalman.feature.locks;

import dev.signalman.dispatch.RowChange;
import dev.signalman.dispatch.StaleDecisionException;
import dev.signalman.feature.locks.TargetHold.State;
import dev.signalman.storage.InstantColumns;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/**
 * Deployment targets that locks and freezes hold, in the table {@code barred_target}. Rows change by compare-and-set on
 * their version.
 */
final class JdbiTargetHolds {
    private static final String INSERT = """
            INSERT INTO barred_target (target_id, target, project_id, project, promotion_key, state, act, since, words,
                retry_at, version)
            VALUES (:target_id, :target, :project_id, :project, :promotion_key, :state, :act, :since, :words,
                :retry_at, :version)
            ON CONFLICT DO NOTHING
            """;
    private static final String UPDATE = """
            UPDATE barred_target
            SET target = :target, project_id = :project_id, project = :project, promotion_key = :promotion_key,
                state = :state, act = :act, since = :since, words = :words, retry_at = :retry_at, version = :version
            WHERE target_id = :target_id AND version = :before
            """;
    private static final int LONGEST_WORDS = 4000;

    private final Jdbi jdbi;

    @Inject
    JdbiTargetHolds(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    Optional<TargetHold> of(String targetId) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT * FROM barred_target WHERE target_id = :target")
                .bind("target", targetId)
                .map(JdbiTargetHolds::read)
                .findOne());
    }

    /** The holds of a promotion; several only if target names differ in case alone. */
    List<TargetHold> of(LockedPromotion what) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT *
                        FROM barred_target
                        WHERE project_id = :project AND promotion_key = :key
                        ORDER BY target_id
                        """)
                .bind("project", what.projectId())
                .bind("key", what.key())
                .map(JdbiTargetHolds::read)
                .list());
    }

    List<TargetHold> all() {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT * FROM barred_target ORDER BY since, target_id")
                .map(JdbiTargetHolds::read)
                .list());
    }

    /**
     * Stores a hold.
     *
     * @param before the only version that it may replace; null for none
     */
    RowChange putting(TargetHold next, @Nullable TargetHold before) {
        return handle -> {
            var update = bound(handle.createUpdate(before == null ? INSERT : UPDATE), next);
            changed(before == null ? update : update.bind("before", before.version()));
        };
    }

    /** Deletes a hold. */
    RowChange forgetting(TargetHold before) {
        return handle -> changed(
                handle.createUpdate("DELETE FROM barred_target WHERE target_id = :target_id AND version = :before")
                        .bind("target_id", before.targetId())
                        .bind("before", before.version()));
    }

    private static void changed(Update update) {
        if (update.execute() == 0) {
            throw new StaleDecisionException("The deployment target");
        }
    }

    private static Update bound(Update update, TargetHold next) {
        var words = next.words();
        return update.bind("target_id", next.targetId())
                .bind("target", next.target())
                .bind("project_id", next.what().projectId())
                .bind("project", next.what().project())
                .bind("promotion_key", next.what().key())
                .bind("state", next.state().name())
                .bind("act", next.act())
                .bind("since", next.since())
                .bind(
                        "words",
                        words == null || words.length() <= LONGEST_WORDS ? words : words.substring(0, LONGEST_WORDS))
                .bind("retry_at", next.retryAt())
                .bind("version", next.version());
    }

    private static TargetHold read(ResultSet row, StatementContext context) throws SQLException {
        return new TargetHold(
                row.getString("target_id"),
                row.getString("target"),
                new LockedPromotion(
                        row.getString("project_id"), row.getString("project"), row.getString("promotion_key")),
                State.valueOf(row.getString("state")),
                row.getString("act"),
                InstantColumns.instant(row, "since"),
                row.getString("words"),
                InstantColumns.instantOrNull(row, "retry_at"),
                row.getInt("version"));
    }
}
