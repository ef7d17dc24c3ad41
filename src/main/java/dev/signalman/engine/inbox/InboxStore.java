package dev.signalman.engine.inbox;

import dev.signalman.dispatch.Claim;
import dev.signalman.dispatch.Invocation;
import dev.signalman.dispatch.LostClaimException;
import dev.signalman.engine.lease.InstanceId;
import dev.signalman.engine.timing.BotTempo;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jdbi.v3.core.Handle;

/**
 * The rows of accepted invocations. Only a row's owner works on it, and every change checks the owner. So a process
 * that was wrongly taken for dead learns of it before it does harm.
 */
public final class InboxStore {
    private final InstanceId me;
    private final BotTempo tempo;
    private final InstantSource clock;

    @Inject
    InboxStore(InstanceId me, BotTempo tempo, InstantSource clock) {
        this.me = me;
        this.tempo = tempo;
        this.clock = clock;
    }

    /**
     * Adds an invocation.
     *
     * @param mine whether this process works on it; otherwise any free process does
     * @return false when it was there before
     */
    public boolean add(Handle handle, Invocation invocation, Instant due, boolean mine) {
        var origin = OriginColumns.write(invocation.origin());
        return handle.createUpdate("""
                        INSERT INTO inbox (id, user_id, user_name, team_id, channel, thread, line, origin, origin_of, label,
                            ephemeral, taken, response_url, owner, due_at, attempts)
                        VALUES (:id, :userId, :userName, :teamId, :channel, :thread, :line, :origin, :of, :label,
                            :ephemeral, :taken, :responseUrl, :owner, :due, 0)
                        ON CONFLICT DO NOTHING
                        """)
                        .bind("id", invocation.id())
                        .bind("userId", invocation.actor().userId())
                        .bind("userName", invocation.actor().name())
                        .bind("teamId", invocation.actor().teamId())
                        .bind("channel", invocation.place().channel())
                        .bind("thread", invocation.place().thread())
                        .bind("line", invocation.line())
                        .bind("origin", origin.origin())
                        .bind("of", origin.of())
                        .bind("label", origin.label())
                        .bind("ephemeral", origin.ephemeral())
                        .bind("taken", invocation.taken())
                        .bind("responseUrl", invocation.responseUrl())
                        .bind("owner", mine ? me.id() : null)
                        .bind("due", due)
                        .execute()
                == 1;
    }

    /**
     * Locks a row until the transaction ends, if this process owns it by exactly this claim. A process that slept may
     * have claimed a row again after others postponed it; the thread with the first claim must not continue.
     */
    public void hold(Handle handle, Claim claim) {
        var id = claim.invocation().id();
        var held = handle.createQuery("""
                        SELECT id
                        FROM inbox
                        WHERE id = :id AND owner = :me AND attempts = :attempts AND due_at IS NOT NULL
                        FOR UPDATE
                        """)
                .bind("id", id)
                .bind("me", me.id())
                .bind("attempts", claim.attempts())
                .mapTo(String.class)
                .findOne();
        if (held.isEmpty()) {
            throw new LostClaimException(id);
        }
    }

    /** Finishes an invocation. */
    public void finish(Handle handle, String id) {
        owned(
                id,
                handle.createUpdate("""
                        UPDATE inbox
                        SET due_at = NULL, owner = NULL, response_url = NULL, finished_at = :now
                        WHERE id = :id AND owner = :me AND due_at IS NOT NULL
                        """)
                        .bind("id", id)
                        .bind("me", me.id())
                        .bind("now", clock.instant())
                        .execute());
    }

    /** Postpones an invocation by {@code wait}; any free process continues it. */
    public void later(Handle handle, String id, Duration wait) {
        owned(
                id,
                handle.createUpdate("""
                        UPDATE inbox
                        SET due_at = :due, owner = NULL, attempts = attempts + 1
                        WHERE id = :id AND owner = :me AND due_at IS NOT NULL
                        """)
                        .bind("id", id)
                        .bind("me", me.id())
                        .bind("due", clock.instant().plus(tempo.of(wait)))
                        .execute());
    }

    /** Releases all rows of this process. */
    public void giveBackAll(Handle handle) {
        handle.createUpdate("UPDATE inbox SET owner = NULL WHERE owner = :me")
                .bind("me", me.id())
                .execute();
    }

    /** Deletes an invocation that was never worked on, because the person was told that it was not accepted. */
    public boolean remove(Handle handle, String id) {
        return handle.createUpdate("DELETE FROM inbox WHERE id = :id AND owner = :me AND due_at IS NOT NULL")
                        .bind("id", id)
                        .bind("me", me.id())
                        .execute()
                == 1;
    }

    private static void owned(String id, int changed) {
        if (changed != 1) {
            throw new LostClaimException(id);
        }
    }
}
