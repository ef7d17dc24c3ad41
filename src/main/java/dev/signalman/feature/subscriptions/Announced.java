package dev.signalman.feature.subscriptions;

import dev.signalman.dispatch.Chore;
import dev.signalman.dispatch.Row;
import dev.signalman.dispatch.WithdrawnCards;
import dev.signalman.domain.Pipeline;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * What was announced where, in the table {@code announced}: with a card of its own, or summed up with others, and never both.
 * It is forgotten as long after as the cards are.
 */
final class Announced implements Chore, WithdrawnCards {
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
        return channels("SELECT channel FROM announced WHERE pipeline_id = ?", pipelineId);
    }

    /** The channels in which it was summed up with others. */
    Set<String> summedUpIn(String pipelineId) {
        return channels("SELECT channel FROM announced WHERE pipeline_id = ? AND summed", pipelineId);
    }

    private Set<String> channels(String sql, String pipelineId) {
        return new HashSet<>(jdbi.withHandle(handle ->
                handle.createQuery(sql).bind(0, pipelineId).mapTo(String.class).list()));
    }

    /** The first pipeline of a workflow that was announced in a channel with a card; null when none was. */
    @Nullable
    String first(String channel, String workflowId) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT pipeline_id FROM announced WHERE channel = ? AND workflow_id = ? AND NOT summed
                        ORDER BY announced_at, pipeline_id LIMIT 1""")
                .bind(0, channel)
                .bind(1, workflowId)
                .mapTo(String.class)
                .findOne()
                .orElse(null));
    }

    /** A pipeline was announced in a channel. It fails when the pipeline was summed up there meanwhile. */
    Row announcing(String channel, Pipeline pipeline) {
        return connection -> {
            if (!add(connection, channel, pipeline, false) && summedUp(connection, channel, pipeline)) {
                throw new SQLException("It was summed up meanwhile");
            }
        };
    }

    /** Pipelines were summed up in a channel. It fails when one of them was announced there meanwhile. */
    Row summingUp(String channel, List<Pipeline> pipelines) {
        return connection -> {
            for (var pipeline : pipelines) {
                if (!add(connection, channel, pipeline, true)) {
                    throw new SQLException("It was announced meanwhile");
                }
            }
        };
    }

    /** Pipelines were announced in a channel, and their cards were withdrawn and summed up before anybody saw them. */
    Row withdrawn(String channel, List<Pipeline> pipelines) {
        return connection -> {
            for (var pipeline : pipelines) {
                if (!add(connection, channel, pipeline, true)) {
                    mark(connection, channel, pipeline.id(), true);
                }
            }
        };
    }

    @Override
    public Row withdrawing(String channel, List<String> pipelineIds) {
        return marking(channel, pipelineIds, true);
    }

    /** These pipelines were withdrawn but are not in the summary, so they may be announced again. */
    Row announcedAnew(String channel, Collection<String> pipelineIds) {
        return marking(channel, List.copyOf(pipelineIds), false);
    }

    private static Row marking(String channel, List<String> pipelineIds, boolean summed) {
        return connection -> {
            for (var id : pipelineIds) {
                mark(connection, channel, id, summed);
            }
        };
    }

    private static void mark(Connection connection, String channel, String pipelineId, boolean summed)
            throws SQLException {
        try (var statement =
                connection.prepareStatement("UPDATE announced SET summed = ? WHERE channel = ? AND pipeline_id = ?")) {
            statement.setBoolean(1, summed);
            statement.setString(2, channel);
            statement.setString(3, pipelineId);
            statement.executeUpdate();
        }
    }

    private boolean add(Connection connection, String channel, Pipeline pipeline, boolean summed) throws SQLException {
        try (var statement = connection.prepareStatement("""
                INSERT INTO announced (channel, pipeline_id, workflow_id, announced_at, summed) VALUES (?, ?, ?, ?, ?)
                ON CONFLICT DO NOTHING""")) {
            statement.setString(1, channel);
            statement.setString(2, pipeline.id());
            statement.setString(3, pipeline.workflowId());
            statement.setObject(4, clock.instant().atOffset(ZoneOffset.UTC));
            statement.setBoolean(5, summed);
            return statement.executeUpdate() == 1;
        }
    }

    private static boolean summedUp(Connection connection, String channel, Pipeline pipeline) throws SQLException {
        try (var statement = connection.prepareStatement(
                "SELECT 1 FROM announced WHERE channel = ? AND pipeline_id = ? AND summed")) {
            statement.setString(1, channel);
            statement.setString(2, pipeline.id());
            try (var rows = statement.executeQuery()) {
                return rows.next();
            }
        }
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
