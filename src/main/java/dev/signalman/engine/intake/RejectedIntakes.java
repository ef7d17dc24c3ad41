package dev.signalman.engine.intake;

import dev.signalman.engine.cards.CardDisarmer;
import dev.signalman.engine.inbox.InboxStore;
import dev.signalman.engine.record.AfterCommit;
import dev.signalman.storage.Database;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Invocations that a person was told were not accepted, although a late connection failure may have left them in the
 * database. They are deleted instead of being worked on.
 */
public final class RejectedIntakes {
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

    /** Deletes one that a poller found. */
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

    /** Forgets rejections from before {@code instant}: they were never recorded. */
    void forgetBefore(Instant instant) {
        ids.values().removeIf(told -> told.isBefore(instant));
    }
}
