package dev.signalman.journal;

import dev.signalman.dispatch.Claim;
import jakarta.inject.Inject;

/** The short way from a committed transaction to the threads that go on with it. */
final class CommitHandoff {
    private final WorkerPool workerPool;
    private final CardPublisher cardPublisher;

    @Inject
    CommitHandoff(WorkerPool workerPool, CardPublisher cardPublisher) {
        this.workerPool = workerPool;
        this.cardPublisher = cardPublisher;
    }

    void now(AfterCommit after) {
        cardPublisher.show(after.cards());
        after.invocations().forEach(invocation -> workerPool.take(new Claim(invocation, null, 0)));
    }
}
