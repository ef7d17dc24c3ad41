package dev.signalman.engine.cards;

import dev.signalman.engine.cards.CardQueue.LaggingCard;
import dev.signalman.engine.timing.BotTempo;
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
 * Shares out the updates per minute that Slack accepts from the whole workspace, among all instances. A process with
 * something to send grants free updates to the most urgent cards of all processes; each card is sent by its lane's
 * owner. A fifth is reserved for finished pipelines, so results never wait for running ones.
 */
public final class UpdateBudget {
    /** A minute, plus a margin: Slack counts a call when it arrives, the bot before it sends it. */
    private static final Duration WINDOW = Duration.ofSeconds(62);

    /** Age at which an unused grant is dropped: its card is no longer shown. */
    private static final Duration UNUSED = Duration.ofMinutes(5);

    /** A card being sent gets no second grant meanwhile, unless it changes. */
    private static final Duration ON_ITS_WAY = Duration.ofSeconds(5);

    private final Database database;
    private final int perMinute;
    private final InstantSource clock;

    /** Until when nothing is free; saves repeated queries. */
    private final Map<UpdateUrgency, Instant> spentUntil = new EnumMap<>(UpdateUrgency.class);

    @Inject
    UpdateBudget(Database database, BotTempo tempo, InstantSource clock) {
        this.database = database;
        this.perMinute = tempo.slack().updatesPerMinute();
        this.clock = clock;
    }

    /** Uses the card's grant for one update and returns null; otherwise returns when to ask again. */
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
        var now = clock.instant(); // read after the lock: others may have granted meanwhile
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

    /**
     * Drops old grants, and grants far ahead, made before a clock was set back; those slightly ahead are another
     * instance's.
     */
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

    /** A rate limit: when Slack asked to wait, and until when. */
    private record Closing(Instant at, Instant until) {
        /** Ignores a limit from far ahead, set before a clock was set back. */
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

    /** Takes the grant; it counts from now, whenever it was given. */
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
                return; // the rest are less urgent
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

    /** When enough grants have expired for one of this urgency. */
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

    /** Holds back updates from all instances for a while. */
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
