package dev.signalman.journal;

import dev.signalman.storage.Database;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Invocations of which the person was told that they were not taken, while the connection broke so late that they may stand in
 * the database all the same. They are taken out again instead of being worked on.
 */
final class RejectedIntakes {
    private final Database database;
    private final InboxStore inbox;
    private final CardDisarmer cardDisarmer;
    private final InstantSource clock;
    private final Map<String, Instant> ids = new ConcurrentHashMap<>();

    @Inject
    RejectedIntakes(Database database, InboxStore inbox, CardDisarmer cardDisarmer, InstantSource clock) {
        this.database = database;
        this.inbox = inbox;
        this.cardDisarmer = cardDisarmer;
        this.clock = clock;
    }

    void add(String invocationId) {
        ids.put(invocationId, clock.instant());
    }

    void forget(String invocationId) {
        ids.remove(invocationId);
    }

    boolean holds(String invocationId) {
        return ids.containsKey(invocationId);
    }

    /** Takes one out; whoever swept it up says so. */
    AfterCommit remove(String invocationId) {
        var after = database.inTransaction(handle -> {
            var changed = new AfterCommit();
            cardDisarmer.rearm(handle, invocationId, changed.cards());
            inbox.remove(handle, invocationId);
            return changed;
        });
        ids.remove(invocationId);
        return after;
    }

    /** What was told before {@code instant} and was not found since, was not recorded at all. */
    void forgetBefore(Instant instant) {
        ids.values().removeIf(told -> told.isBefore(instant));
    }
}
