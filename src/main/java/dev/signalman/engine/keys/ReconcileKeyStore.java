package dev.signalman.engine.keys;

import dev.signalman.dispatch.Invocation;
import dev.signalman.dispatch.LostClaimException;
import dev.signalman.dispatch.ReconcileKey;
import dev.signalman.dispatch.ReconcileResult;
import dev.signalman.dispatch.ReconcileResultVisitor;
import dev.signalman.dispatch.RetrySchedule;
import dev.signalman.dispatch.Wake;
import dev.signalman.domain.Actor;
import dev.signalman.domain.Place;
import dev.signalman.engine.lease.InstanceId;
import dev.signalman.engine.timing.BotTempo;
import dev.signalman.storage.InstantColumns;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/**
 * Stores the reconcile keys, in the table {@code watches}. A key that is being reconciled has an owner; a dead owner's
 * key is free.
 */
public final class ReconcileKeyStore {
    /**
     * Keeps the columns that this wake does not set. Clears {@code kept_until}, so a woken key stays until it was
     * reconciled.
     */
    private static final String WAKE = """
            UPDATE watches
            SET next_look = CASE WHEN next_look < :at THEN next_look ELSE :at END,
                kept_until = NULL,
                wakes = wakes + 1,
                note = COALESCE(:note, note),
                user_id = COALESCE(:userId, user_id),
                user_name = CASE WHEN :userId IS NULL THEN user_name ELSE :userName END,
                team_id = CASE WHEN :userId IS NULL THEN team_id ELSE :teamId END,
                asked_at = CASE WHEN :userId IS NULL THEN asked_at ELSE :asked END,
                response_url = CASE WHEN :userId IS NULL THEN response_url ELSE :url END,
                channel = COALESCE(:channel, channel),
                thread = CASE WHEN :channel IS NULL THEN thread ELSE :thread END
            WHERE kind = :kind AND id = :id
            """;

    private static final String ADD_WOKEN = """
            INSERT INTO watches (kind, id, since, next_look, seen, misses, wakes, note, user_id, user_name, team_id, asked_at,
                response_url, channel, thread)
            VALUES (:kind, :id, :now, :at, '', 0, 1, :note, :userId, :userName, :teamId, :asked,
                :url, :channel, :thread)
            ON CONFLICT DO NOTHING
            """;

    /** Slack accepts a response_url for this long. */
    private static final Duration URL_FRESH = Duration.ofMinutes(30);

    private final InstanceId me;
    private final BotTempo tempo;
    private final InstantSource clock;

    @Inject
    ReconcileKeyStore(InstanceId me, BotTempo tempo, InstantSource clock) {
        this.me = me;
        this.tempo = tempo;
        this.clock = clock;
    }

    /**
     * Makes a key due after the delay of {@code wake}, or sooner if it is due sooner. The invocation names the actor to
     * answer.
     */
    public void wake(Handle handle, Wake wake, Invocation because) {
        wake(handle, wake, because.actor(), because.taken(), because.responseUrl());
    }

    /** The same on behalf of {@code by}, for a caller without an invocation. */
    public void wake(Handle handle, Wake wake, Actor by) {
        wake(handle, wake, by, clock.instant(), null);
    }

    private void wake(Handle handle, Wake wake, Actor by, Instant asked, @Nullable String responseUrl) {
        var at = clock.instant().plus(tempo.of(wake.delay()));
        int there = on(handle, WAKE, wake, by, at, asked, responseUrl).execute();
        if (there == 0
                && on(handle, ADD_WOKEN, wake, by, at, asked, responseUrl)
                                .bind("now", clock.instant())
                                .execute()
                        == 0) {
            on(handle, WAKE, wake, by, at, asked, responseUrl).execute(); // another process inserted it meanwhile
        }
    }

    private static Update on(
            Handle handle, String sql, Wake wake, Actor by, Instant at, Instant asked, @Nullable String responseUrl) {
        var somewhere = !wake.place().equals(Place.NOWHERE);
        var somebody = !by.userId().isEmpty();
        return handle.createUpdate(sql)
                .bind("kind", wake.kind().name())
                .bind("id", wake.id())
                .bind("at", at)
                .bind("note", wake.note().isEmpty() ? null : wake.note())
                .bind("userId", somebody ? by.userId() : null)
                .bind("userName", by.name())
                .bind("teamId", by.teamId())
                .bind("asked", asked)
                .bind("url", responseUrl)
                .bind("channel", somewhere ? wake.place().channel() : null)
                .bind("thread", wake.place().thread());
    }

    /** Records the act that a key waits for. */
    public void acting(Handle handle, ReconcileKey key, String invocationId) {
        of(key, handle.createUpdate("UPDATE watches SET act = :act WHERE kind = :kind AND id = :id"))
                .bind("act", invocationId)
                .execute();
    }

    /**
     * Wakes the key that waits for an act.
     * @return whether a key waited for it
     */
    public boolean settled(Handle handle, String invocationId) {
        return handle.createUpdate(
                                "UPDATE watches SET next_look = :now, kept_until = NULL, wakes = wakes + 1, act = NULL WHERE act = :act")
                        .bind("now", clock.instant())
                        .bind("act", invocationId)
                        .execute()
                == 1;
    }

    /** Claims up to {@code most} keys that are due and that no living process owns, the longest due first. */
    public List<ReconcileKey> claim(Handle handle, int most) {
        var mine = new ArrayList<ReconcileKey>();
        handle.createQuery("""
                        SELECT *
                        FROM watches
                        WHERE next_look <= :now AND (owner IS NULL OR owner = :me
                            OR NOT EXISTS (SELECT 1 FROM instances WHERE instances.id = watches.owner))
                        ORDER BY next_look
                        LIMIT :most
                        FOR UPDATE SKIP LOCKED
                        """)
                .bind("now", clock.instant())
                .bind("me", me.id())
                .bind("most", most)
                .map((row, context) -> Map.entry(read(row), me.id().equals(row.getString("owner"))))
                .list()
                .forEach(each -> {
                    if (!each.getValue()) {
                        own(handle, each.getKey());
                    }
                    mine.add(each.getKey());
                });
        return mine;
    }

    private void own(Handle handle, ReconcileKey key) {
        of(key, handle.createUpdate("UPDATE watches SET owner = :me WHERE kind = :kind AND id = :id"))
                .bind("me", me.id())
                .execute();
    }

    private static ReconcileKey read(ResultSet row) throws SQLException {
        return new ReconcileKey(
                ReconcileKey.Kind.valueOf(row.getString("kind")),
                row.getString("id"),
                InstantColumns.instant(row, "since"),
                InstantColumns.instant(row, "next_look"),
                row.getString("seen"),
                row.getInt("misses"),
                new ReconcileKey.Waking(
                        row.getInt("wakes"),
                        new Actor(said(row, "user_id"), said(row, "user_name"), row.getString("team_id")),
                        new Place(said(row, "channel"), row.getString("thread")),
                        said(row, "note"),
                        Objects.requireNonNullElse(
                                InstantColumns.instantOrNull(row, "asked_at"), InstantColumns.instant(row, "since")),
                        row.getString("response_url")));
    }

    private static String said(ResultSet row, String column) throws SQLException {
        var said = row.getString(column);
        return said == null ? "" : said;
    }

    /**
     * Writes the result of a reconcile and releases the key.
     *
     * @throws LostClaimException when another process owns it now
     */
    public void release(Handle handle, ReconcileKey key, ReconcileResult result) {
        if (change(handle, key, result) != 1) {
            throw new LostClaimException(key.id());
        }
    }

    /** Writes a result that changed nothing and releases the key. Does nothing if another process owns the key now. */
    public void releaseQuietly(Handle handle, ReconcileKey key, ReconcileResult result) {
        change(handle, key, result);
    }

    private int change(Handle handle, ReconcileKey key, ReconcileResult result) {
        return result.accept(new ReconcileResultVisitor<Integer>() {
            @Override
            public Integer unchanged(ReconcileResult.Unchanged unchanged) {
                return again(handle, key, key.seen(), 0, unchanged.again());
            }

            @Override
            public Integer asleep(ReconcileResult.Asleep asleep) {
                return write(handle, key, key.seen(), 0, null, asleep.until());
            }

            @Override
            public Integer changed(ReconcileResult.Changed changed) {
                return again(handle, key, changed.seen(), 0, changed.again());
            }

            @Override
            public Integer done(ReconcileResult.Done done) {
                return write(handle, key, done.seen(), 0, done.keptUntil(), null);
            }

            @Override
            public Integer failed(ReconcileResult.Failed failed) {
                var failures = key.failures() + 1;
                var wait = failed.again();
                return again(
                        handle,
                        key,
                        key.seen(),
                        failures,
                        wait == null ? tempo.of(RetrySchedule.BACKGROUND.after(failures)) : wait);
            }

            @Override
            public Integer over(ReconcileResult.Over over) {
                return drop(handle, key);
            }
        });
    }

    /** Deletes the key, unless it was woken meanwhile, or it is a project that has watched pipelines again. */
    private int drop(Handle handle, ReconcileKey key) {
        var gone = of(key, handle.createUpdate("""
            DELETE FROM watches
            WHERE kind = :kind AND id = :id AND owner = :me AND wakes = :wakes
                AND (kind <> 'PROJECT' OR NOT EXISTS (
                    SELECT 1 FROM watches w
                    WHERE w.project_id = :id AND w.kind = 'PIPELINE'
                        AND (w.kept_until IS NULL OR w.kept_until > :now)))\
            """))
                .bind("me", me.id())
                .bind("wakes", key.waking().count())
                .bind("now", clock.instant())
                .execute();
        return gone == 1
                ? gone
                : of(key, handle.createUpdate("""
                    UPDATE watches SET owner = NULL
                    WHERE kind = :kind AND id = :id AND owner = :me AND wakes <> :wakes\
                    """))
                        .bind("me", me.id())
                        .bind("wakes", key.waking().count())
                        .execute();
    }

    /**
     * Schedules from the time the key was due, so the pace does not depend on how long a reconcile takes. Missed rounds
     * are skipped.
     */
    private int again(Handle handle, ReconcileKey key, String seen, int failures, Duration wait) {
        var now = clock.instant();
        var even = key.due().plus(wait);
        return write(handle, key, seen, failures, null, even.isAfter(now) ? even : now.plus(wait));
    }

    private int write(
            Handle handle,
            ReconcileKey key,
            String seen,
            int failures,
            @Nullable Instant until,
            @Nullable Instant next) {
        return of(key, handle.createUpdate("""
            UPDATE watches
            SET owner = NULL, seen = :seen, misses = :misses, kept_until = :until,
                next_look = CASE WHEN wakes = :wakes THEN :next ELSE next_look END
            WHERE kind = :kind AND id = :id AND owner = :me\
            """))
                .bind("seen", seen)
                .bind("misses", failures)
                .bind("until", until)
                .bind("next", next)
                .bind("wakes", key.waking().count())
                .bind("me", me.id())
                .execute();
    }

    private static <S extends SqlStatement<S>> S of(ReconcileKey key, S statement) {
        return statement.bind("kind", key.kind().name()).bind("id", key.id());
    }

    /** Releases every key that this process owns. */
    public void giveBackAll(Handle handle) {
        handle.createUpdate("UPDATE watches SET owner = NULL WHERE owner = :me")
                .bind("me", me.id())
                .execute();
    }

    /**
     * Deletes pipelines that ended long enough ago, and expired response_urls.
     * @return how many keys were deleted
     */
    public int forget(Handle handle) {
        handle.createUpdate("UPDATE watches SET response_url = NULL, asked_at = NULL WHERE asked_at < :before")
                .bind("before", clock.instant().minus(URL_FRESH))
                .execute();
        return handle.createUpdate("DELETE FROM watches WHERE kept_until <= :now")
                .bind("now", clock.instant())
                .execute();
    }
}
