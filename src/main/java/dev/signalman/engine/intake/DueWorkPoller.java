package dev.signalman.engine.intake;

import dev.signalman.dispatch.Claim;
import dev.signalman.engine.inbox.InboxClaims;
import dev.signalman.engine.record.AfterCommitHandoff;
import dev.signalman.engine.run.WorkerPool;
import dev.signalman.storage.Database;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/**
 * Finds work that was not handed over: what became due, what dead processes left, and what this process lost track of.
 */
public final class DueWorkPoller {
    public static final Duration EVERY = Duration.ofMillis(500);
    public static final String TICK = "looking for due work";

    /** Age from which owned work counts as lost; handed-over work starts much earlier. */
    private static final Duration LEFT_LYING = Duration.ofSeconds(10);

    private final Database database;
    private final InboxClaims claims;
    private final WorkerPool workerPool;
    private final RejectedIntakes rejectedIntakes;
    private final AfterCommitHandoff afterCommitHandoff;
    private final InstantSource clock;

    @Inject
    DueWorkPoller(
            Database database,
            InboxClaims claims,
            WorkerPool workerPool,
            RejectedIntakes rejectedIntakes,
            AfterCommitHandoff afterCommitHandoff,
            InstantSource clock) {
        this.database = database;
        this.claims = claims;
        this.workerPool = workerPool;
        this.rejectedIntakes = rejectedIntakes;
        this.afterCommitHandoff = afterCommitHandoff;
        this.clock = clock;
    }

    /** Claims free work, as far as there is room. */
    public void claimDue() {
        var room = workerPool.room();
        if (room == 0) {
            return;
        }
        List<Claim> due = database.inTransaction(handle -> claims.due(handle, room));
        due.forEach(workerPool::take);
    }

    /** Resumes work that this process owns but does not hold, say after the database was away. */
    public void pickUp() {
        var before = clock.instant().minus(LEFT_LYING);
        List<Claim> owned = database.inTransaction(handle -> claims.owned(handle, before));
        for (var claim : owned) {
            var id = claim.invocation().id();
            if (rejectedIntakes.holds(id)) {
                afterCommitHandoff.now(rejectedIntakes.remove(id));
            } else if (!workerPool.holds(id)) {
                workerPool.take(claim);
            }
        }
        rejectedIntakes.forgetBefore(before);
    }
}
