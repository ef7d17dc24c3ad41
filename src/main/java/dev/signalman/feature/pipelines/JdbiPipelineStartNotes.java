package dev.signalman.feature.pipelines;

import dev.signalman.dispatch.RowChange;
import dev.signalman.port.PipelineStartNotes;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Stores how pipelines were started, in the table {@code pipeline_story}. */
final class JdbiPipelineStartNotes implements PipelineStartNotes {
    private final Jdbi jdbi;

    @Inject
    JdbiPipelineStartNotes(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public String of(String pipelineId) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT words FROM pipeline_story WHERE pipeline_id = :id")
                .bind("id", pipelineId)
                .mapTo(String.class)
                .findOne()
                .orElse(""));
    }

    @Override
    public @Nullable String reference(String pipelineId) {
        return jdbi.withHandle(handle -> handle.createQuery(
                                "SELECT reference FROM pipeline_story WHERE pipeline_id = :id AND reference IS NOT NULL")
                        .bind("id", pipelineId)
                        .mapTo(String.class)
                        .findOne())
                .orElse(null);
    }

    @Override
    public RowChange remember(String pipelineId, String words, @Nullable String reference) {
        return handle -> {
            int changed = handle.createUpdate("""
                            UPDATE pipeline_story
                            SET words = :words, reference = COALESCE(:reference, reference)
                            WHERE pipeline_id = :id
                            """)
                    .bind("id", pipelineId)
                    .bind("words", words)
                    .bind("reference", reference)
                    .execute();
            if (changed == 0) {
                handle.createUpdate("""
                                INSERT INTO pipeline_story (pipeline_id, words, reference)
                                VALUES (:id, :words, :reference)
                                ON CONFLICT DO NOTHING
                                """)
                        .bind("id", pipelineId)
                        .bind("words", words)
                        .bind("reference", reference)
                        .execute();
            }
        };
    }

    @Override
    public RowChange startedBy(String pipelineId, String userId) {
        return handle -> handle.createUpdate("UPDATE pipeline_story SET started_by = :user WHERE pipeline_id = :id")
                .bind("user", userId)
                .bind("id", pipelineId)
                .execute();
    }

    @Override
    public Set<String> startedBy(String userId, Collection<String> pipelineIds) {
        if (pipelineIds.isEmpty()) {
            return Set.of();
        }
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT pipeline_id FROM pipeline_story WHERE pipeline_id IN (<ids>) AND started_by = :user")
                .bindList("ids", List.copyOf(pipelineIds))
                .bind("user", userId)
                .mapTo(String.class)
                .set());
    }
}
