package dev.signalman.feature.subscriptions;

import dev.signalman.dispatch.RowChange;
import dev.signalman.dispatch.RowCondition;
import dev.signalman.dispatch.StaleDecisionException;
import dev.signalman.domain.Pipeline;
import dev.signalman.domain.Result;
import dev.signalman.port.Chore;
import dev.signalman.storage.InstantColumns;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/**
 * Stores which builds came in bursts, in the tables {@code burst} and {@code burst_build}. Whoever adds a build wakes
 * the key of the channel and the project in the same transaction, which holds that key's row until the commit: so builds
 * are added one after the other, and each sees those before it. Rows expire after 60 days, like cards.
 */
final class BurstStore implements Chore {
    private static final Duration KEPT = Duration.ofDays(60);
    private static final int TEXT = 512;

    private final Jdbi jdbi;
    private final InstantSource clock;

    @Inject
    BurstStore(Jdbi jdbi, InstantSource clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /**
     * Adds a build, or updates its result. The sixth build within a minute begins a burst, and the next ones join it.
     *
     * @param carded whether the build gets a message of its own in any case; such a build joins a burst and begins none
     */
    RowChange adding(String channel, Pipeline pipeline, boolean carded) {
        return handle -> {
            if (updated(handle, channel, pipeline, carded)) {
                return;
            }
            var now = clock.instant();
            var burst = joined(handle, channel, pipeline, carded, now);
            add(handle, channel, pipeline, burst, carded || burst == null, now);
        };
    }

    /** Whether a build has no message of its own, since it came in a burst. */
    RowCondition holdsBack(String channel, String pipelineId) {
        return handle -> member(handle, channel, pipelineId) != null;
    }

    /** The burst whose message shows a build that has none of its own; null if there is none. */
    @Nullable
    String of(String channel, String pipelineId) {
        return jdbi.withHandle(handle -> member(handle, channel, pipelineId));
    }

    /** A project's bursts in a channel whose message may still change, the oldest first. */
    List<Burst> open(String channel, String projectId) {
        return jdbi.withHandle(handle -> handle
                .createQuery("""
                        SELECT id, since, last_at
                        FROM burst
                        WHERE channel = :channel AND project_id = :project AND NOT over
                        ORDER BY since, id
                        """)
                .bind("channel", channel)
                .bind("project", projectId)
                .map((row, context) -> new Burst(
                        channel,
                        row.getString("id"),
                        InstantColumns.instant(row, "since"),
                        InstantColumns.instant(row, "last_at"),
                        List.of()))
                .list()
                .stream()
                .map(burst -> burst.with(builds(handle, burst)))
                .toList());
    }

    /** Records the results of builds. */
    RowChange ending(String channel, List<Burst.Build> builds) {
        return handle -> builds.forEach(build -> result(handle, channel, build.pipelineId(), build.result()));
    }

    /** Records that a burst's message is final. Throws if a build joined since it was read. */
    RowChange closing(Burst burst) {
        return handle -> {
            var closed = handle.createUpdate(
                            "UPDATE burst SET over = TRUE WHERE channel = :channel AND id = :id AND last_at = :last")
                    .bind("channel", burst.channel())
                    .bind("id", burst.id())
                    .bind("last", burst.last())
                    .execute();
            if (closed != 1) {
                throw new StaleDecisionException("A build joined the burst");
            }
        };
    }

    private static @Nullable String member(Handle handle, String channel, String pipelineId) {
        return handle.createQuery("""
                        SELECT burst
                        FROM burst_build
                        WHERE channel = :channel AND pipeline_id = :id AND burst IS NOT NULL AND NOT carded
                        """)
                .bind("channel", channel)
                .bind("id", pipelineId)
                .mapTo(String.class)
                .findOne()
                .orElse(null);
    }

    private static boolean updated(Handle handle, String channel, Pipeline pipeline, boolean carded) {
        result(handle, channel, pipeline.id(), result(pipeline));
        return handle.createUpdate("""
                                UPDATE burst_build SET carded = (carded OR :carded)
                                WHERE channel = :channel AND pipeline_id = :id
                                """)
                        .bind("carded", carded)
                        .bind("channel", channel)
                        .bind("id", pipeline.id())
                        .execute()
                == 1;
    }

    /** A result is never taken back: an older read may be written after a newer one. */
    private static void result(Handle handle, String channel, String pipelineId, @Nullable Result result) {
        if (result != null) {
            handle.createUpdate("""
                            UPDATE burst_build SET result = :result
                            WHERE channel = :channel AND pipeline_id = :id AND result IS NULL
                            """)
                    .bind("result", result.name())
                    .bind("channel", channel)
                    .bind("id", pipelineId)
                    .execute();
        }
    }

    private static @Nullable Result result(Pipeline pipeline) {
        return pipeline.done() ? Objects.requireNonNullElse(pipeline.result(), Result.UNKNOWN) : null;
    }

    /** The burst that a new build belongs to; null for none. */
    private static @Nullable String joined(
            Handle handle, String channel, Pipeline pipeline, boolean carded, Instant now) {
        var window = now.minus(Burst.WINDOW);
        var lately = in(handle.createQuery("""
                        SELECT COUNT(*)
                        FROM burst_build
                        WHERE channel = :channel AND project_id = :project AND added_at > :after
                        """), channel, pipeline)
                .bind("after", window)
                .mapTo(Integer.class)
                .one();
        if (lately < Burst.ONE_BY_ONE) {
            return null;
        }
        var open = in(handle.createQuery("""
                        SELECT id
                        FROM burst
                        WHERE channel = :channel AND project_id = :project AND NOT over
                            AND last_at > :after AND since > :oldest
                        ORDER BY since DESC, id
                        LIMIT 1
                        """), channel, pipeline)
                .bind("after", window)
                .bind("oldest", now.minus(Burst.LONGEST))
                .mapTo(String.class)
                .findOne()
                .orElse(null);
        if (open != null) {
            handle.createUpdate("UPDATE burst SET last_at = :now WHERE channel = :channel AND id = :id")
                    .bind("now", now)
                    .bind("channel", channel)
                    .bind("id", open)
                    .execute();
            return open;
        }
        return carded ? null : begun(handle, channel, pipeline, window, now);
    }

    /** Begins a burst, to which the builds of the last minute belong, too. */
    private static String begun(Handle handle, String channel, Pipeline pipeline, Instant window, Instant now) {
        in(handle.createUpdate("""
                        UPDATE burst_build SET burst = :id
                        WHERE channel = :channel AND project_id = :project AND added_at > :after AND burst IS NULL
                        """), channel, pipeline)
                .bind("id", pipeline.id())
                .bind("after", window)
                .execute();
        in(handle.createUpdate("""
                        INSERT INTO burst (channel, id, project_id, since, last_at, over)
                        VALUES (:channel, :id, :project, COALESCE((
                            SELECT MIN(added_at) FROM burst_build WHERE channel = :channel AND burst = :id), :now), :now, FALSE)
                        """), channel, pipeline)
                .bind("id", pipeline.id())
                .bind("now", now)
                .execute();
        return pipeline.id();
    }

    private static <S extends SqlStatement<S>> S in(S statement, String channel, Pipeline pipeline) {
        return statement.bind("channel", channel).bind("project", pipeline.projectId());
    }

    private static void add(
            Handle handle, String channel, Pipeline pipeline, @Nullable String burst, boolean carded, Instant now) {
        var result = result(pipeline);
        var author = pipeline.trigger().author();
        in(handle.createUpdate("""
                        INSERT INTO burst_build (channel, pipeline_id, project_id, workflow_id, burst, carded, result, branch,
                            commit_id, title, author, created_at, added_at)
                        VALUES (:channel, :id, :project, :workflow, :burst, :carded, :result, :branch,
                            :commit, :title, :author, :created, :now)
                        """), channel, pipeline)
                .bind("id", pipeline.id())
                .bind("workflow", pipeline.workflowId())
                .bind("burst", burst)
                .bind("carded", carded)
                .bind("result", result == null ? null : result.name())
                .bind("branch", cut(pipeline.ref().spoken()))
                .bind("commit", pipeline.shortCommit())
                .bind("title", cut(pipeline.commitTitle()))
                .bind("author", author == null ? "" : cut(author))
                .bind("created", Objects.requireNonNullElse(pipeline.times().created(), now))
                .bind("now", now)
                .execute();
    }

    private static String cut(String text) {
        return text.codePointCount(0, text.length()) <= TEXT
                ? text
                : text.substring(0, text.offsetByCodePoints(0, TEXT));
    }

    private static List<Burst.Build> builds(Handle handle, Burst burst) {
        return handle.createQuery("""
                        SELECT *
                        FROM burst_build
                        WHERE channel = :channel AND burst = :burst
                        ORDER BY added_at, pipeline_id
                        """)
                .bind("channel", burst.channel())
                .bind("burst", burst.id())
                .map((row, context) -> build(row))
                .list();
    }

    private static Burst.Build build(ResultSet row) throws SQLException {
        var result = row.getString("result");
        return new Burst.Build(
                row.getString("pipeline_id"),
                row.getString("workflow_id"),
                result == null ? null : Result.valueOf(result),
                row.getString("branch"),
                row.getString("commit_id"),
                row.getString("title"),
                row.getString("author"),
                InstantColumns.instant(row, "created_at"));
    }

    @Override
    public String name() {
        return "purge-bursts";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(6);
    }

    @Override
    public void run() {
        var before = clock.instant().minus(KEPT);
        jdbi.useTransaction(handle -> {
            handle.createUpdate("DELETE FROM burst_build WHERE added_at < :before")
                    .bind("before", before)
                    .execute();
            handle.createUpdate("DELETE FROM burst WHERE last_at < :before")
                    .bind("before", before)
                    .execute();
        });
    }
}
