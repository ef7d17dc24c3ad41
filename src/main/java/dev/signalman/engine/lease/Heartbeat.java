package dev.signalman.engine.lease;

import dev.signalman.storage.Database;
import dev.signalman.storage.DatabaseAddress;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/**
 * Shows that this process is alive, and detects dead ones. A process is dead when its count has not changed while this
 * process observed it for {@link #DEAD_AFTER}; clocks of different machines are never compared. Time without
 * observation does not count: after the database was away, living processes return at slightly different times, and a
 * changed clock says nothing.
 */
public final class Heartbeat {
    public static final Duration EVERY = Duration.ofSeconds(2);
    public static final Duration DEAD_AFTER = Duration.ofSeconds(8);

    /** A longer gap between two beats interrupts the observation. */
    private static final Duration LOOKED_AWAY = Duration.ofSeconds(4);

    private final Database database;
    private final DatabaseAddress address;
    private final InstanceId me;
    private final InstantSource clock;
    private final Map<String, Sight> seen = new HashMap<>();
    private Instant looked = Instant.MIN;

    private record Sight(long beat, Instant since) {}

    @Inject
    Heartbeat(Database database, DatabaseAddress address, InstanceId me, InstantSource clock) {
        this.database = database;
        this.address = address;
        this.me = me;
        this.clock = clock;
    }

    /** Beats for the first time. With a single-process database, every earlier process is dead. */
    public void begin() {
        if (address.exclusive()) {
            database.inTransaction(
                    handle -> handle.createUpdate("DELETE FROM instances").execute());
        }
        beat();
    }

    /** Beats, reads the other counts, and deletes dead processes, which frees what they own. */
    public synchronized void beat() {
        var beats = database.inTransaction(handle -> {
            beat(handle);
            return beats(handle);
        });
        var now = clock.instant();
        if (now.isBefore(looked) || now.minus(LOOKED_AWAY).isAfter(looked)) {
            seen.clear();
        }
        looked = now;
        seen.keySet().retainAll(beats.keySet());
        beats.forEach((id, beat) -> {
            var before = seen.get(id);
            if (before == null || before.beat() != beat) {
                seen.put(id, new Sight(beat, now));
            } else if (Duration.between(before.since(), now).compareTo(DEAD_AFTER) >= 0) {
                strikeOff(id, beat);
            }
        });
    }

    /** Ends this process's registration, which frees what it owns. */
    public void stop() {
        database.inTransaction(handle -> handle.createUpdate("DELETE FROM instances WHERE id = :me")
                .bind("me", me.id())
                .execute());
    }

    private void beat(Handle handle) {
        var there = handle.createUpdate("UPDATE instances SET beat = beat + 1 WHERE id = :me")
                .bind("me", me.id())
                .execute();
        if (there == 0) {
            handle.createUpdate("INSERT INTO instances (id, beat) VALUES (:me, 0)")
                    .bind("me", me.id())
                    .execute();
        }
    }

    private Map<String, Long> beats(Handle handle) {
        Map<String, Long> beats = new HashMap<>();
        handle.createQuery("SELECT id, beat FROM instances WHERE id <> :me")
                .bind("me", me.id())
                .map((row, context) -> Map.entry(row.getString("id"), row.getLong("beat")))
                .forEach(each -> beats.put(each.getKey(), each.getValue()));
        return beats;
    }

    private void strikeOff(String id, long beat) {
        database.inTransaction(handle -> handle.createUpdate("DELETE FROM instances WHERE id = :id AND beat = :beat")
                .bind("id", id)
                .bind("beat", beat)
                .execute());
    }
}
