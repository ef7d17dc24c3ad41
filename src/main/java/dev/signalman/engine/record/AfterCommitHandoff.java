package dev.signalman.engine.record;

import dev.signalman.dispatch.Claim;
import dev.signalman.engine.cards.CardPublisher;
import dev.signalman.engine.run.WorkerPool;
import dev.signalman.engine.timing.TickScheduler;
import jakarta.inject.Inject;

/** Hands work from a committed transaction directly to the threads that continue it. */
public final class AfterCommitHandoff {
    /** The name of the tick that claims due keys. */
    public static final String KEYS = "reconciling what is due";

    private final WorkerPool workerPool;
    private final CardPublisher cardPublisher;
    private final TickScheduler tickScheduler;

    @Inject
    AfterCommitHandoff(WorkerPool workerPool, CardPublisher cardPublisher, TickScheduler tickScheduler) {
        this.workerPool = workerPool;
        this.cardPublisher = cardPublisher;
        this.tickScheduler = tickScheduler;
    }

    public void now(AfterCommit after) {
        cardPublisher.show(after.cards());
        after.invocations().forEach(invocation -> workerPool.take(new Claim(invocation, null, 0)));
        if (after.isKeyDue()) {
            tickScheduler.soon(KEYS);
        }
    }
}
