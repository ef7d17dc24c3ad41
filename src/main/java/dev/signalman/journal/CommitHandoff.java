package dev.signalman.journal;

import dev.signalman.dispatch.Claim;
import jakarta.inject.Inject;

/** Hands work from a committed transaction directly to the threads that continue it. */
final class CommitHandoff {
    private final WorkerPool workerPool;
    private final CardPublisher cardPublisher;

    @Inject
    CommitHandoff(WorkerPool workerPool, CardPublisher cardPublisher) {
        this.workerPool = workerPool;
        this.cardPublisher = cardPublisher;
    }

    void now(AfterCommit after) {
        after.asides.forEach(cardPublisher::tell);
        after.changedAsides.forEach(cardPublisher::tellAnew);
        after.channels.forEach(cardPublisher::show);
        after.invocations.forEach(invocation -> workerPool.take(new Claim(invocation, null, 0)));
    }
}
