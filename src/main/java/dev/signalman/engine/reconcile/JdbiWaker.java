package dev.signalman.engine.reconcile;

import dev.signalman.dispatch.IntakeFailedException;
import dev.signalman.dispatch.Wake;
import dev.signalman.domain.Actor;
import dev.signalman.engine.keys.ReconcileKeyStore;
import dev.signalman.engine.record.AfterCommitHandoff;
import dev.signalman.engine.timing.TickScheduler;
import dev.signalman.port.Waker;
import dev.signalman.storage.Database;
import jakarta.inject.Inject;

/** Wakes a key in a transaction of its own, and has keys that are due claimed at once instead of at the next tick. */
public final class JdbiWaker implements Waker {
    private final Database database;
    private final ReconcileKeyStore keys;
    private final TickScheduler tickScheduler;

    @Inject
    JdbiWaker(Database database, ReconcileKeyStore keys, TickScheduler tickScheduler) {
        this.database = database;
        this.keys = keys;
        this.tickScheduler = tickScheduler;
    }

    @Override
    public void wake(Wake wake, Actor by) {
        try {
            database.inTransaction(handle -> {
                keys.wake(handle, wake, by);
                return true;
            });
        } catch (RuntimeException away) {
            throw new IntakeFailedException(away);
        }
        if (wake.delay().isZero()) {
            tickScheduler.soon(AfterCommitHandoff.KEYS);
        }
    }
}
