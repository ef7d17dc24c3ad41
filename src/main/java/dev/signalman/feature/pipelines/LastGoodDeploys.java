package dev.signalman.feature.pipelines;

import dev.signalman.command.Grammar;
import dev.signalman.command.Promote;
import dev.signalman.dispatch.RowChange;
import dev.signalman.domain.Pipeline;
import dev.signalman.domain.ShortCommit;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Stores what to go back to after a deploy failed, in the table {@code last_good}. Rows expire after 60 days, like
 * cards.
 */
final class LastGoodDeploys {
    private final Jdbi jdbi;
    private final Grammar grammar;
    private final InstantSource clock;

    @Inject
    LastGoodDeploys(Jdbi jdbi, Grammar grammar, InstantSource clock) {
        this.jdbi = jdbi;
        this.grammar = grammar;
        this.clock = clock;
    }

    /**
     * A deploy that passed, and how to repeat it.
     *
     * @param at when it was done; null when unknown
     */
    record LastGood(Promote again, String commit, @Nullable Instant at) {
        String shortCommit() {
            return ShortCommit.of(commit);
        }
    }

    /** What to go back to after this deploy; empty once a later one passed. */
    Optional<LastGood> after(String pipelineId) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT line, commit_sha, deployed_at
                        FROM last_good
                        WHERE pipeline_id = :pipeline AND NOT superseded
                        """)
                .bind("pipeline", pipelineId)
                .map(row -> new LastGood(
                        (Promote) grammar.readOwn(row.getColumn("line", String.class)),
                        row.getColumn("commit_sha", String.class),
                        row.getColumn("deployed_at", Instant.class)))
                .findOne());
    }

    /** A project's failed deploys whose cards offer to go back, with the promotion, by pipeline. */
    Map<String, String> offered(String projectId) {
        return jdbi.withHandle(handle -> handle
                .createQuery("""
                        SELECT pipeline_id, line
                        FROM last_good
                        WHERE project_id = :project AND NOT superseded
                        """)
                .bind("project", projectId)
                .map((row, context) -> Map.entry(
                        row.getString("pipeline_id"), ((Promote) grammar.readOwn(row.getString("line"))).promotion()))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    /** Records that a later deploy passed. */
    RowChange superseded(String pipelineId) {
        return handle -> handle.createUpdate("UPDATE last_good SET superseded = TRUE WHERE pipeline_id = :pipeline")
                .bind("pipeline", pipelineId)
                .execute();
    }

    /** Adds a row, unless there is one. */
    RowChange remember(Pipeline failed, LastGood good) {
        return handle -> handle.createUpdate("""
                        INSERT INTO last_good (pipeline_id, project_id, line, commit_sha, deployed_at, found_at)
                        VALUES (:pipeline, :project, :line, :commit, :at, :now)
                        ON CONFLICT DO NOTHING
                        """)
                .bind("pipeline", failed.id())
                .bind("project", failed.projectId())
                .bind("line", grammar.print(good.again()))
                .bind("commit", good.commit())
                .bind("at", good.at())
                .bind("now", clock.instant())
                .execute();
    }
}
