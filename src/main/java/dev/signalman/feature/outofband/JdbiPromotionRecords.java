package dev.signalman.feature.outofband;

import dev.signalman.dispatch.RowChange;
import dev.signalman.dispatch.StaleDecisionException;
import dev.signalman.port.PromotionRecords;
import dev.signalman.storage.InstantColumns;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Stores promotions that ran, in the tables {@code promotion_record} and {@code promotion_agreed}. Each promotion has
 * one row, even if it is seen twice.
 */
final class JdbiPromotionRecords implements PromotionRecords {
    private static final String NOTE = """
            INSERT INTO promotion_record (pipeline_id, parent_id, project_id, promotion, triggered_at, way, who, account, act,
                noted_at, alone)
            VALUES (:pipeline_id, :parent_id, :project_id, :promotion, :triggered_at, :way, :who, :account, :act,
                :noted_at, :alone)
            ON CONFLICT DO NOTHING
            """;

    private final Jdbi jdbi;
    private final InstantSource clock;

    @Inject
    JdbiPromotionRecords(Jdbi jdbi, InstantSource clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /**
     * The recorded promotions from one pipeline.
     *
     * @param pipelines the promoted pipelines
     * @param acts the acts of the bot that made some of them
     */
    record Known(Set<String> pipelines, Set<String> acts) {}

    boolean has(String pipelineId) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT 1 FROM promotion_record WHERE pipeline_id = :id")
                .bind("id", pipelineId)
                .mapTo(Integer.class)
                .findOne()
                .isPresent());
    }

    Known ofParent(String parentId) {
        var pipelines = new HashSet<String>();
        var acts = new HashSet<String>();
        jdbi.useHandle(handle -> handle.createQuery(
                        "SELECT pipeline_id, act FROM promotion_record WHERE parent_id = :parent")
                .bind("parent", parentId)
                .map((row, context) -> new String[] {row.getString("pipeline_id"), row.getString("act")})
                .forEach(row -> {
                    pipelines.add(row[0]);
                    if (row[1] != null) {
                        acts.add(row[1]);
                    }
                }));
        return new Known(pipelines, acts);
    }

    /**
     * Adds a record, unless it exists.
     *
     * @param account the Semaphore account that promoted; null for an automatic promotion
     * @param act the id of the invocation that made it; null if the bot did not
     */
    RowChange noting(Kept kept, @Nullable String account, @Nullable String act) {
        var now = clock.instant();
        return handle -> {
            int noted = handle.createUpdate(NOTE)
                    .bind("pipeline_id", kept.pipelineId())
                    .bind("parent_id", kept.parentId())
                    .bind("project_id", kept.projectId())
                    .bind("promotion", kept.promotion())
                    .bind("triggered_at", kept.at())
                    .bind("way", kept.way().name())
                    .bind("who", kept.who())
                    .bind("account", account)
                    .bind("act", act)
                    .bind("noted_at", now)
                    .bind("alone", kept.alone())
                    .execute();
            if (noted == 0) {
                throw new StaleDecisionException("Whose promotion " + kept.pipelineId() + " is");
            }
            agree(handle, kept);
        };
    }

    private static void agree(Handle handle, Kept kept) {
        int place = 0;
        for (var name : kept.agreed()) {
            handle.createUpdate("INSERT INTO promotion_agreed (pipeline_id, place, name) VALUES (:id, :place, :name)")
                    .bind("id", kept.pipelineId())
                    .bind("place", place++)
                    .bind("name", name)
                    .execute();
        }
    }

    @Override
    public List<Kept> of(String projectId, @Nullable String promotion, int most) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT *
                        FROM promotion_record
                        WHERE project_id = :project AND (CAST(:promotion AS VARCHAR) IS NULL OR promotion = :promotion)
                        ORDER BY triggered_at DESC, pipeline_id
                        LIMIT :most
                        """)
                .bind("project", projectId)
                .bind("promotion", promotion)
                .bind("most", most)
                .map((row, context) -> kept(handle, row))
                .list());
    }

    @Override
    public Optional<Kept> find(String pipelineId) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT * FROM promotion_record WHERE pipeline_id = :id")
                .bind("id", pipelineId)
                .map((row, context) -> kept(handle, row))
                .findOne());
    }

    private static Kept kept(Handle handle, ResultSet row) throws SQLException {
        var id = Objects.requireNonNull(row.getString("pipeline_id"));
        return new Kept(
                id,
                row.getString("parent_id"),
                row.getString("project_id"),
                row.getString("promotion"),
                InstantColumns.instantOrNull(row, "triggered_at"),
                Way.valueOf(row.getString("way")),
                row.getString("who"),
                agreed(handle, id),
                row.getString("alone"));
    }

    private static List<String> agreed(Handle handle, String pipelineId) {
        return handle.createQuery("SELECT name FROM promotion_agreed WHERE pipeline_id = :id ORDER BY place")
                .bind("id", pipelineId)
                .mapTo(String.class)
                .list();
    }
}
