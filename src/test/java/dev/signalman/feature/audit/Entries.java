package dev.signalman.feature.audit;

import dev.signalman.dispatch.Carried;
import dev.signalman.dispatch.Entry;
import dev.signalman.domain.Actor;
import dev.signalman.domain.Place;

/** What people do in tests. */
final class Entries {
    static final Actor ALICE = new Actor("U0ALICE", "Alice", "T0ACME");

    private Entries() {}

    static Entry done(String line) {
        return in("C0DEPLOYS", line);
    }

    static Entry in(String channel, String line) {
        return Entry.act(ALICE, Place.channel(channel), line, null, Carried.State.DONE, "Done");
    }
}
