package dev.signalman.journal;

import dev.signalman.journal.CardQueue.LaggingCard;
import dev.signalman.storage.Database;
import dev.signalman.storage.InstantColumns;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Shares out the updates that Slack takes in a minute from the whole workspace, among all instances. Whoever has something to send
 * grants what is free to the cards that need it most, whosever they are; each card is sent by the process that has its lane. A fifth is
 * left to pipelines that are done, so that their ends never wait for what still goes on.
 */
final class UpdateBudget {
    /** A minute by Slack's clock, which looks when a call arrives; ours looks a moment before it is sent. */
    private static final Duration WINDOW = Duration.ofSeconds(62);

    /** A grant that nobody used for so long was for a card that is shown no more. */
    private static final Duration UNUSED = Duration.ofMinutes(5);

    /** What is being sent is granted no second time meanwhile, unless it changes. */
    private static final Duration ON_ITS_WAY = Duration.ofSeconds(5);

    private final Database database;
    private final int perMinute;
    private final InstantSource clock;

    /** Until when it is known that nothing is free; saves asking again and again. */
    private final Map<UpdateUrgency, Instant> spentUntil = new EnumMap<>(UpdateUrgency.class);

    @Inject
    UpdateBudget(Database database, BotTempo tempo, InstantSource clock) {
        this.database = database;
        this.perMinute = tempo.slack().updatesPerMinute();
        this.clock = clock;
    }

    /** Goes through with one update, and takes its grant; when it may not, tells instead when to ask again. */
    @Nullable
    Instant pass(LaggingCard lagging) {
        var now = clock.instant();
        var spent = lagging.granted() ? null : spentUntil(lagging.urgency());
        if (spent != null && spent.isAfter(now) && !spent.isAfter(now.plus(WINDOW))) {
            return spent;
        }
        var later = database.inTransaction(handle -> Optional.ofNullable(pass(handle, lagging)));
        later.ifPresent(until -> spent(lagging.urgency(), until));
        return later.orElse(null);
    }

    private @Nullable Instant pass(Handle handle, LaggingCard lagging) {
        var closing = locked(handle);
        var now = clock.instant(); // not before the lock: others may have granted while it was waited for
        if (closing.isPresent() && closing.get().holds(now)) {
            return closing.get().until();
        }
        if (take(handle, lagging, now)) {
            return null;
        }
        forget(handle, now);
        grant(handle, now, used(handle));
        return take(handle, lagging, now) ? null : free(handle, lagging, now);
    }

    /** What lies far ahead is of a clock that was set back since; what lies a little ahead, of another instance's. */
    private static void forget(Handle handle, Instant now) {
        handle.createUpdate("""
                        DELETE FROM update_grants
                        WHERE granted_at > :ahead OR granted_at <= :unused OR (granted_at <= :from AND card_key IS NULL)
                        """)
                .bind("ahead", now.plus(WINDOW))
                .bind("unused", now.minus(UNUSED))
                .bind("from", now.minus(WINDOW))
                .execute();
    }

    /** Slack asked at a moment to wait until another. */
    private record Closing(Instant at, Instant until) {
        /** One that was asked for far ahead was so by a clock that was set back since. */
        boolean holds(Instant now) {
            return until.isAfter(now) && !at.isAfter(now.plus(WINDOW));
        }
    }

    private static Optional<Closing> locked(Handle handle) {
        return handle.createQuery("SELECT closed_at, closed_until FROM update_budget WHERE id = 1 FOR UPDATE")
                .map((row, context) -> {
                    var at = InstantColumns.instantOrNull(row, "closed_at");
                    var until = InstantColumns.instantOrNull(row, "closed_until");
                    return at == null || until == null
                            ? Optional.<Closing>empty()
                            : Optional.of(new Closing(at, until));
                })
                .one();
    }

    /** It is sent now, so the grant counts from now, however long ago it was given. */
    private static boolean take(Handle handle, LaggingCard lagging, Instant now) {
        var key = lagging.row().key();
        var taken = handle.createUpdate("""
                        UPDATE cards
                        SET granted = FALSE, next_attempt = :later
                        WHERE card_key = :key AND granted
                        """)
                        .bind("key", key)
                        .bind("later", now.plus(ON_ITS_WAY))
                        .execute()
                == 1;
        if (taken) {
            handle.createUpdate("UPDATE update_grants SET granted_at = :now, card_key = NULL WHERE card_key = :key")
                    .bind("key", key)
                    .bind("now", now)
                    .execute();
        }
        return taken;
    }

    private static int used(Handle handle) {
        return handle.createQuery("SELECT COUNT(*) FROM update_grants")
                .mapTo(Integer.class)
                .one();
    }

    private void grant(Handle handle, Instant now, int used) {
        int granted = used;
        for (var next : neediest(handle, now, Math.max(0, perMinute - used))) {
            if (granted >= next.urgency().most(perMinute)) {
                return; // those after it are no more urgent
            }
            granted++;
            handle.createUpdate("UPDATE cards SET granted = TRUE WHERE card_key = :key")
                    .bind("key", next.key())
                    .execute();
            handle.createUpdate("INSERT INTO update_grants (card_key, granted_at) VALUES (:key, :now)")
                    .bind("key", next.key())
                    .bind("now", now)
                    .execute();
        }
    }

    private record Needy(String key, UpdateUrgency urgency) {}

    private static List<Needy> neediest(Handle handle, Instant now, int most) {
        return handle.createQuery("""
                        SELECT card_key, urgency
                        FROM cards
                        WHERE %s AND ts IS NOT NULL AND NOT granted
                            AND (next_attempt IS NULL OR next_attempt <= :now)
                        ORDER BY urgency, COALESCE(unsent_since, made_at), seq
                        LIMIT :most
                        """.formatted(CardRow.LAGS_IN_CHANNEL))
                .bind("now", now)
                .bind("most", most)
                .map((row, context) ->
                        new Needy(row.getString("card_key"), UpdateUrgency.ranked(row.getInt("urgency"))))
                .list();
    }

    /** When enough grants are a minute old for one of this urgency. */
    private Instant free(Handle handle, LaggingCard lagging, Instant now) {
        int tooMany = used(handle) - lagging.urgency().most(perMinute);
        return handle.createQuery("SELECT granted_at FROM update_grants ORDER BY granted_at, seq LIMIT 1 OFFSET :n")
                .bind("n", Math.max(0, tooMany))
                .mapTo(Instant.class)
                .findOne()
                .map(oldest -> oldest.plus(WINDOW))
                .filter(until -> until.isAfter(now))
                .orElse(now.plus(CardQueue.LOOKED_AT_EVERY));
    }

    private synchronized @Nullable Instant spentUntil(UpdateUrgency urgency) {
        return spentUntil.get(urgency);
    }

    private synchronized void spent(UpdateUrgency urgency, Instant until) {
        spentUntil.put(urgency, until);
    }

    /** Slack wants no update for a while, from no instance. */
    void close(Duration wait) {
        database.inTransaction(handle -> {
            var closing = locked(handle);
            var now = clock.instant();
            var until = now.plus(wait);
            return closing.isPresent()
                            && closing.get().holds(now)
                            && closing.get().until().isAfter(until)
                    ? 0
                    : handle.createUpdate(
                                    "UPDATE update_budget SET closed_at = :now, closed_until = :until WHERE id = 1")
                            .bind("now", now)
                            .bind("until", until)
                            .execute();
        });
    }
}
