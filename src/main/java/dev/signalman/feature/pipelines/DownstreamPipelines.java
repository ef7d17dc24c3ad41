package dev.signalman.feature.pipelines;

import dev.signalman.dispatch.RowChange;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/**
 * Stores promotions, rebuilds and reruns of pipelines, from the bot or from elsewhere, in the table
 * {@code pipeline_offspring}. Rows expire after 60 days, like cards.
 */
final class DownstreamPipelines {
    private final Jdbi jdbi;
    private final InstantSource clock;

    @Inject
    DownstreamPipelines(Jdbi jdbi, InstantSource clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /** How it came from the pipeline. */
    enum Kind {
        /** A promoted pipeline. */
        PROMOTED,
        /** A pipeline that repeats the failed jobs. */
        REBUILT,
        /** A workflow that repeats the pipeline's workflow. */
        RERUN
    }

    /**
     * A promotion, rebuild or rerun of a pipeline.
     *
     * @param target the id of the new pipeline, or for a rerun of the new workflow
     */
    record Child(Kind kind, String target) {}

    /** Everything known of a pipeline, in the order in which it was found. */
    List<Child> of(String pipelineId) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT kind, target
                        FROM pipeline_offspring
                        WHERE pipeline_id = :id
                        ORDER BY found_at, target
                        """)
                .bind("id", pipelineId)
                .map((row, context) -> new Child(Kind.valueOf(row.getString("kind")), row.getString("target")))
                .list());
    }

    /** Adds a row, unless it exists. */
    RowChange remember(String pipelineId, Child child) {
        return handle -> handle.createUpdate("""
                        INSERT INTO pipeline_offspring (pipeline_id, kind, target, found_at)
                        VALUES (:id, :kind, :target, :now)
                        ON CONFLICT DO NOTHING
                        """)
                .bind("id", pipelineId)
                .bind("kind", child.kind().name())
                .bind("target", child.target())
                .bind("now", clock.instant())
                .execute();
    }
}
