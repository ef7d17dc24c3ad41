package dev.signalman.engine.keys;

import dev.signalman.card.PipelineCard;
import dev.signalman.dispatch.PollIntervals;
import dev.signalman.dispatch.ReconcileKey;
import dev.signalman.domain.Pipeline;
import dev.signalman.port.Watches;
import dev.signalman.storage.Database;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The keys of pipelines that cards show, and of their projects, in the table {@code watches}. */
public final class WatchedPipelineStore implements Watches {
    private final Database database;
    private final PollIntervals pollIntervals;
    private final InstantSource clock;

    @Inject
    WatchedPipelineStore(Database database, PollIntervals pollIntervals, InstantSource clock) {
        this.database = database;
        this.pollIntervals = pollIntervals;
        this.clock = clock;
    }

    /**
     * Watches a pipeline that a card shows, unless it is watched already or ended too long ago. Watches its project,
     * too.
     */
    public void begin(Handle handle, PipelineCard card) {
        var pipeline = card.pipeline();
        var now = clock.instant();
        var until = keptUntil(pipeline, now);
        if (until != null && !until.isAfter(now)) {
            return;
        }
        var next = pipeline.done() ? null : now.plus(pollIntervals.interval());
        add(handle, ReconcileKey.Kind.PIPELINE, pipeline.id(), pipeline, now, until, next);
        // Semaphore's clock, since downstream pipelines are listed by their time of creation
        var created = pipeline.times().created();
        var since = created == null || created.isAfter(now) ? now : created;
        add(
                handle,
                ReconcileKey.Kind.PROJECT,
                pipeline.projectId(),
                pipeline,
                since,
                null,
                now.plus(pollIntervals.forProjects()));
    }

    @Override
    public List<Member> of(String projectId) {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery("""
                        SELECT id, workflow_id
                        FROM watches
                        WHERE project_id = :project AND kind = 'PIPELINE' AND (kept_until IS NULL OR kept_until > :now)
                        ORDER BY since, id
                        """)
                        .bind("project", projectId)
                        .bind("now", clock.instant())
                        .map((row, context) -> new Member(row.getString("id"), row.getString("workflow_id")))
                        .list());
    }

    private static @Nullable Instant keptUntil(Pipeline pipeline, Instant now) {
        if (!pipeline.done()) {
            return null;
        }
        var done = pipeline.times().done();
        return (done == null ? now : done).plus(PollIntervals.AFTERWARDS);
    }

    private void add(
            Handle handle,
            ReconcileKey.Kind kind,
            String id,
            Pipeline pipeline,
            Instant since,
            @Nullable Instant until,
            @Nullable Instant next) {
        if (isThere(handle, kind, id)) {
            return; // in H2, an insert would wait for the transaction that holds the row
        }
        handle.createUpdate("""
                        INSERT INTO watches (kind, id, project_id, workflow_id, since, kept_until, next_look, seen, misses)
                        VALUES (:kind, :id, :project, :workflow, :since, :until, :next, '', 0)
                        ON CONFLICT DO NOTHING
                        """)
                .bind("kind", kind.name())
                .bind("id", id)
                .bind("project", pipeline.projectId())
                .bind("workflow", pipeline.workflowId())
                .bind("since", since)
                .bind("until", until)
                .bind("next", next)
                .execute();
    }

    private static boolean isThere(Handle handle, ReconcileKey.Kind kind, String id) {
        return handle.createQuery("SELECT 1 FROM watches WHERE kind = :kind AND id = :id")
                .bind("kind", kind.name())
                .bind("id", id)
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
    }
}
