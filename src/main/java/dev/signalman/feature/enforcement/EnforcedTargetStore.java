package dev.signalman.feature.enforcement;

import dev.signalman.dispatch.RowChange;
import dev.signalman.dispatch.StaleDecisionException;
import dev.signalman.feature.enforcement.EnforcedTarget.State;
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

/** The table {@code enforced_target}. Rows change by compare-and-set on their version. */
final class EnforcedTargetStore {
    private static final String INSERT = """
            INSERT INTO enforced_target (target_id, project_id, project, target, state, wanted, act, since, words,
                retry_at, version)
            VALUES (:target_id, :project_id, :project, :target, :state, :wanted, :act, :since, :words, :retry_at,
                :version)
            ON CONFLICT DO NOTHING
            """;
    private static final String UPDATE = """
            UPDATE enforced_target
            SET project_id = :project_id, project = :project, target = :target, state = :state, wanted = :wanted,
                act = :act, since = :since, words = :words, retry_at = :retry_at, version = :version
            WHERE target_id = :target_id AND version = :before
            """;
    private static final int LONGEST_WORDS = 4000;

    private final Jdbi jdbi;

    @Inject
    EnforcedTargetStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    Optional<EnforcedTarget> of(String targetId) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT * FROM enforced_target WHERE target_id = :target")
                .bind("target", targetId)
                .map(EnforcedTargetStore::read)
                .findOne());
    }

    List<EnforcedTarget> all() {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT * FROM enforced_target ORDER BY target_id")
                .map(EnforcedTargetStore::read)
                .list());
    }

    /**
     * Stores a record.
     *
     * @param before the only version that it may replace; null for none
     */
    RowChange putting(EnforcedTarget next, @Nullable EnforcedTarget before) {
        return handle -> {
            var update = bound(handle.createUpdate(before == null ? INSERT : UPDATE), next);
            changed(before == null ? update : update.bind("before", before.version()));
        };
    }

    /** Deletes a record. */
    RowChange forgetting(EnforcedTarget before) {
        return handle -> changed(
                handle.createUpdate("DELETE FROM enforced_target WHERE target_id = :target_id AND version = :before")
                        .bind("target_id", before.targetId())
                        .bind("before", before.version()));
    }

    private static void changed(Update update) {
        if (update.execute() == 0) {
            throw new StaleDecisionException("The deployment target");
        }
    }

    private static Update bound(Update update, EnforcedTarget next) {
        return update.bind("target_id", next.targetId())
                .bind("project_id", next.projectId())
                .bind("project", next.project())
                .bind("target", next.target())
                .bind("state", next.state().name())
                .bind("wanted", next.wanted())
                .bind("act", next.act())
                .bind("since", next.since())
                .bind("words", cut(next.words()))
                .bind("retry_at", next.retryAt())
                .bind("version", next.version());
    }

    private static @Nullable String cut(@Nullable String words) {
        return words == null || words.length() <= LONGEST_WORDS ? words : words.substring(0, LONGEST_WORDS);
    }

    private static EnforcedTarget read(ResultSet row, StatementContext context) throws SQLException {
        return new EnforcedTarget(
                row.getString("target_id"),
                row.getString("project_id"),
                row.getString("project"),
                row.getString("target"),
                State.valueOf(row.getString("state")),
                row.getString("wanted"),
                row.getString("act"),
                InstantColumns.instant(row, "since"),
                row.getString("words"),
                InstantColumns.instantOrNull(row, "retry_at"),
                row.getInt("version"));
    }
}
