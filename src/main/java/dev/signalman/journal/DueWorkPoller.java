package dev.signalman.journal;

import dev.signalman.dispatch.Claim;
import dev.signalman.storage.Database;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/** Looks for work that nobody handed over: what became due, what the dead left, and what this process let fall. */
final class DueWorkPoller {
    static final Duration EVERY = Duration.ofMillis(500);
    static final String TICK = "looking for due work";

    /** What is handed over after a commit is in hand long before. */
    private static final Duration LEFT_LYING = Duration.ofSeconds(10);

    private final Database database;
    private final InboxClaims claims;
    private final WorkerPool workerPool;
    private final RejectedIntakes rejectedIntakes;
    private final CommitHandoff commitHandoff;
    private final InstantSource clock;

    @Inject
    DueWorkPoller(
            Database database,
            InboxClaims claims,
            WorkerPool workerPool,
            RejectedIntakes rejectedIntakes,
            CommitHandoff commitHandoff,
            InstantSource clock) {
        this.database = database;
        this.claims = claims;
        this.workerPool = workerPool;
        this.rejectedIntakes = rejectedIntakes;
        this.commitHandoff = commitHandoff;
        this.clock = clock;
    }

    /** Claims what is free, as far as there is room. */
    void claimDue() {
        var room = workerPool.room();
        if (room == 0) {
            return;
        }
        List<Claim> due = database.inTransaction(handle -> claims.due(handle, room));
        due.forEach(workerPool::take);
    }

    /** Takes up again what this process owns and has not in hand, say after the database was away. */
    void pickUp() {
        var before = clock.instant().minus(LEFT_LYING);
        List<Claim> owned = database.inTransaction(handle -> claims.owned(handle, before));
        for (var claim : owned) {
            var id = claim.invocation().id();
            if (rejectedIntakes.holds(id)) {
                commitHandoff.now(rejectedIntakes.remove(id));
            } else if (!workerPool.holds(id)) {
                workerPool.take(claim);
            }
        }
        rejectedIntakes.forgetBefore(before);
    }
}
