package dev.signalman.feature.pipelines;

import dev.signalman.dispatch.Row;
import jakarta.inject.Inject;
import org.jdbi.v3.core.Jdbi;

/** What is remembered of how a pipeline came to be, e.g. {@code Rerun by Bob}; Semaphore only knows our token's owner. */
final class Stories {
    private final Jdbi jdbi;

    @Inject
    Stories(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** The story, or nothing. */
    String of(String pipelineId) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT words FROM pipeline_story WHERE pipeline_id = :id
                        """)
                .bind("id", pipelineId)
                .mapTo(String.class)
                .findOne()
                .orElse(""));
    }

    /** Remembers one, in the invocation's own transaction; the newest counts. */
    static Row remember(String pipelineId, String words) {
        return connection -> {
            try (var delete = connection.prepareStatement("DELETE FROM pipeline_story WHERE pipeline_id = ?")) {
                delete.setString(1, pipelineId);
                delete.executeUpdate();
            }
            try (var insert =
                    connection.prepareStatement("INSERT INTO pipeline_story (pipeline_id, words) VALUES (?, ?)")) {
                insert.setString(1, pipelineId);
                insert.setString(2, words);
                insert.executeUpdate();
            }
        };
    }
}
