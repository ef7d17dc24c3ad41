package dev.signalman.journal;

import dev.signalman.dispatch.Claim;
import jakarta.inject.Inject;

/** The short way from a committed transaction to the threads that go on with it. */
final class HandOver {
    private final Workers workers;
    private final Pump pump;

    @Inject
    HandOver(Workers workers, Pump pump) {
        this.workers = workers;
        this.pump = pump;
    }

    void now(AfterCommit after) {
        after.asides.forEach(pump::tell);
        after.changedAsides.forEach(pump::tellAnew);
        after.channels.forEach(pump::show);
        after.invocations.forEach(invocation -> workers.take(new Claim(invocation, null, 0)));
    }
}
