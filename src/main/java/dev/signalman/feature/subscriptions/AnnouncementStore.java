package dev.signalman.feature.subscriptions;

import dev.signalman.dispatch.RowChange;
import dev.signalman.domain.Pipeline;
import dev.signalman.port.WithdrawnCardListener;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Stores which pipelines were announced in which channels, in the table {@code announced}: with a card or in a summary,
 * never both. Rows expire after 60 days, like cards.
 */
final class AnnouncementStore implements WithdrawnCardListener {
    private final Jdbi jdbi;
    private final InstantSource clock;

    @Inject
    AnnouncementStore(Jdbi jdbi, InstantSource clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /** The channels that announced a pipeline, with a card or in a summary. */
    Set<String> channels(String pipelineId) {
        return channels("SELECT channel FROM announced WHERE pipeline_id = :id", pipelineId);
    }

    /** The channels that announced it in a summary. */
    Set<String> summedUpIn(String pipelineId) {
        return channels("SELECT channel FROM announced WHERE pipeline_id = :id AND summed", pipelineId);
    }

    private Set<String> channels(String sql, String pipelineId) {
        return new HashSet<>(jdbi.withHandle(handle -> handle.createQuery(sql)
                .bind("id", pipelineId)
                .mapTo(String.class)
                .list()));
    }

    /** The workflow's first pipeline with a card in the channel; null if there is none. */
    @Nullable
    String first(String channel, String workflowId) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT pipeline_id
                        FROM announced
                        WHERE channel = :channel AND workflow_id = :workflow AND NOT summed
                        ORDER BY announced_at, pipeline_id
                        LIMIT 1
                        """)
                .bind("channel", channel)
                .bind("workflow", workflowId)
                .mapTo(String.class)
                .findOne()
                .orElse(null));
    }

    /** Records a card. Throws if a summary in that channel included the pipeline meanwhile. */
    RowChange announcing(String channel, Pipeline pipeline) {
        return handle -> {
            if (!add(handle, channel, pipeline, false) && summedUp(handle, channel, pipeline)) {
                throw new IllegalStateException("It was summarized meanwhile");
            }
        };
    }

    /** Records a summary. Throws if the channel announced one of the pipelines meanwhile. */
    RowChange summingUp(String channel, List<Pipeline> pipelines) {
        return handle -> {
            for (var pipeline : pipelines) {
                if (!add(handle, channel, pipeline, true)) {
                    throw new IllegalStateException("It was announced meanwhile");
                }
            }
        };
    }

    /** Records a summary of pipelines whose unsent cards were withdrawn. */
    RowChange withdrawn(String channel, List<Pipeline> pipelines) {
        return handle -> {
            for (var pipeline : pipelines) {
                if (!add(handle, channel, pipeline, true)) {
                    mark(handle, channel, pipeline.id(), true);
                }
            }
        };
    }

    @Override
    public RowChange withdrawing(String channel, List<String> pipelineIds) {
        return marking(channel, pipelineIds, true);
    }

    /** Allows withdrawn pipelines that are not in the summary to be announced again. */
    RowChange announcedAnew(String channel, Collection<String> pipelineIds) {
        return marking(channel, List.copyOf(pipelineIds), false);
    }

    private static RowChange marking(String channel, List<String> pipelineIds, boolean summed) {
        return handle -> {
            for (var id : pipelineIds) {
                mark(handle, channel, id, summed);
            }
        };
    }

    private static void mark(Handle handle, String channel, String pipelineId, boolean summed) {
        handle.createUpdate("UPDATE announced SET summed = :summed WHERE channel = :channel AND pipeline_id = :id")
                .bind("summed", summed)
                .bind("channel", channel)
                .bind("id", pipelineId)
                .execute();
    }

    private boolean add(Handle handle, String channel, Pipeline pipeline, boolean summed) {
        return handle.createUpdate("""
                                INSERT INTO announced (channel, pipeline_id, workflow_id, announced_at, summed)
                                VALUES (:channel, :id, :workflow, :now, :summed)
                                ON CONFLICT DO NOTHING
                                """)
                        .bind("channel", channel)
                        .bind("id", pipeline.id())
                        .bind("workflow", pipeline.workflowId())
                        .bind("now", clock.instant())
                        .bind("summed", summed)
                        .execute()
                == 1;
    }

    /** Locks the row, so the card is not withdrawn while it is rewritten. */
    private static boolean summedUp(Handle handle, String channel, Pipeline pipeline) {
        return handle.createQuery("""
                        SELECT summed FROM announced
                        WHERE channel = :channel AND pipeline_id = :id
                        FOR UPDATE
                        """)
                .bind("channel", channel)
                .bind("id", pipeline.id())
                .mapTo(Boolean.class)
                .findOne()
                .orElse(false);
    }
}
