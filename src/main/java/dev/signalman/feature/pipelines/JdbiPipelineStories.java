package dev.signalman.feature.pipelines;

import dev.signalman.dispatch.RowChange;
import dev.signalman.port.PipelineStories;
import jakarta.inject.Inject;
import org.jdbi.v3.core.Jdbi;

/** Stores how pipelines were started, in the table {@code pipeline_story}. */
final class JdbiPipelineStories implements PipelineStories {
    private final Jdbi jdbi;

    @Inject
    JdbiPipelineStories(Jdbi jdbi) {
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
    public RowChange remember(String pipelineId, String words) {
        return handle -> {
            handle.createUpdate("DELETE FROM pipeline_story WHERE pipeline_id = :id")
                    .bind("id", pipelineId)
                    .execute();
            handle.createUpdate(
                            "INSERT INTO pipeline_story (pipeline_id, words) VALUES (:id, :words) ON CONFLICT DO NOTHING")
                    .bind("id", pipelineId)
                    .bind("words", words)
                    .execute();
        };
    }
}
