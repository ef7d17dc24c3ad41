package dev.signalman.feature.audit;

import dev.signalman.dispatch.ActResult;
import dev.signalman.dispatch.LedgerEntry;
import dev.signalman.domain.Actor;
import dev.signalman.domain.Place;

/** Sample entries. */
final class SampleEntries {
    static final Actor ALICE = new Actor("U0ALICE", "Alice", "T0ACME");

    private SampleEntries() {}

    static LedgerEntry done(String line) {
        return in("C0DEPLOYS", line);
    }

    static LedgerEntry in(String channel, String line) {
        return LedgerEntry.act(ALICE, Place.channel(channel), line, null, ActResult.State.DONE, "Done");
    }
}
