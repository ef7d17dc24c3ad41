package dev.signalman.feature.pipelines;

import dev.signalman.dispatch.RowChange;
import dev.signalman.port.Chore;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** What came of pipelines, wherever that was asked for, in the table {@code pipeline_offspring}; forgotten as long after as cards are. */
final class DownstreamPipelines implements Chore {
    private static final Duration KEPT = Duration.ofDays(60);

    private final Jdbi jdbi;
    private final InstantSource clock;

    @Inject
    DownstreamPipelines(Jdbi jdbi, InstantSource clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /** How something came of a pipeline. */
    enum Kind {
        /** A pipeline that was promoted from it. */
        PROMOTED,
        /** A pipeline that repeats its failed jobs. */
        REBUILT,
        /** A workflow that repeats its own. */
        RERUN
    }

    /**
     * What came of a pipeline.
     *
     * @param target a pipeline's id, of a rerun a workflow's
     */
    record Child(Kind kind, String target) {}

    /** All that is known, the first found first. */
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

    /** Writes one down, unless it is known. */
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

    @Override
    public String name() {
        return "purge-offspring";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(6);
    }

    @Override
    public void run() {
        var before = clock.instant().minus(KEPT);
        jdbi.useTransaction(handle -> handle.createUpdate("DELETE FROM pipeline_offspring WHERE found_at < :before")
                .bind("before", before)
                .execute());
    }
}
