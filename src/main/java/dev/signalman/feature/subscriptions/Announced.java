package dev.signalman.feature.subscriptions;

import dev.signalman.dispatch.Chore;
import dev.signalman.dispatch.Row;
import dev.signalman.domain.Pipeline;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** What was announced where, in the table {@code announced}; forgotten as long after as the cards are. */
final class Announced implements Chore {
    private static final Duration KEPT = Duration.ofDays(60);

    private final Jdbi jdbi;
    private final InstantSource clock;

    @Inject
    Announced(Jdbi jdbi, InstantSource clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /** The channels in which a pipeline was announced. */
    Set<String> channels(String pipelineId) {
        return new HashSet<>(
                jdbi.withHandle(handle -> handle.createQuery("SELECT channel FROM announced WHERE pipeline_id = ?")
                        .bind(0, pipelineId)
                        .mapTo(String.class)
                        .list()));
    }

    /** The first pipeline of a workflow that was announced in a channel; null when none was. */
    @Nullable
    String first(String channel, String workflowId) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT pipeline_id FROM announced WHERE channel = ? AND workflow_id = ?
                        ORDER BY announced_at, pipeline_id LIMIT 1""")
                .bind(0, channel)
                .bind(1, workflowId)
                .mapTo(String.class)
                .findOne()
                .orElse(null));
    }

    /** A pipeline was announced in a channel. */
    Row announcing(String channel, Pipeline pipeline) {
        return connection -> {
            try (var statement = connection.prepareStatement("""
                    INSERT INTO announced (channel, pipeline_id, workflow_id, announced_at) VALUES (?, ?, ?, ?)
                    ON CONFLICT DO NOTHING""")) {
                statement.setString(1, channel);
                statement.setString(2, pipeline.id());
                statement.setString(3, pipeline.workflowId());
                statement.setObject(4, clock.instant().atOffset(ZoneOffset.UTC));
                statement.executeUpdate();
            }
        };
    }

    @Override
    public String name() {
        return "purge-announced";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(6);
    }

    @Override
    public void run() {
        var before = clock.instant().minus(KEPT);
        jdbi.useTransaction(handle -> handle.createUpdate("DELETE FROM announced WHERE announced_at < :before")
                .bind("before", before.atOffset(ZoneOffset.UTC))
                .execute());
    }
}
