package dev.signalman.engine.cards;

import dev.signalman.dispatch.RetrySchedule;
import dev.signalman.engine.lease.InstanceId;
import dev.signalman.storage.Database;
import dev.signalman.storage.InstantColumns;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** Finds unsent cards and the process that shows them: each lane and each aside belongs to one process. */
public final class CardQueue {
    /** The interval of polling for unsent cards. */
    public static final Duration LOOKED_AT_EVERY = Duration.ofSeconds(1);

    private static final String OWNER_DEAD = "NOT EXISTS (SELECT 1 FROM instances WHERE instances.id = owner)";

    private final Database database;
    private final InstanceId me;
    private final DuplicatePostRepair copies;
    private final InstantSource clock;

    @Inject
    CardQueue(Database database, InstanceId me, DuplicatePostRepair copies, InstantSource clock) {
        this.database = database;
        this.me = me;
        this.copies = copies;
        this.clock = clock;
    }

    /** Leases a channel's lane to this process, unless it belongs to another living one. */
    Lease lease(String channel) {
        return database.inTransaction(handle -> {
            if (owns(handle, channel) || begin(handle, channel)) {
                return Lease.OURS;
            }
            return takeOver(handle, channel) ? Lease.TAKEN_OVER : Lease.ANOTHERS;
        });
    }

    enum Lease {
        OURS,
        /** This process owns the lane now; its former owner is dead. */
        TAKEN_OVER,
        ANOTHERS
    }

    private boolean owns(Handle handle, String channel) {
        return handle.createQuery("SELECT COUNT(*) FROM lanes WHERE channel = :channel AND owner = :me")
                        .bind("channel", channel)
                        .bind("me", me.id())
                        .mapTo(Integer.class)
                        .one()
                == 1;
    }

    private boolean begin(Handle handle, String channel) {
        return handle.createUpdate("INSERT INTO lanes (channel, owner) VALUES (:channel, :me) ON CONFLICT DO NOTHING")
                        .bind("channel", channel)
                        .bind("me", me.id())
                        .execute()
                == 1;
    }

    private boolean takeOver(Handle handle, String channel) {
        return handle.createUpdate("UPDATE lanes SET owner = :me WHERE channel = :channel AND " + OWNER_DEAD)
                        .bind("channel", channel)
                        .bind("me", me.id())
                        .execute()
                == 1;
    }

    /** Keys of the lane's unsent messages: if its owner died, an update of each may be in transit to Slack. */
    List<String> onTheirWay(String channel) {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery(
                                "SELECT card_key FROM cards WHERE lane = :channel AND ts IS NOT NULL")
                        .bind("channel", channel)
                        .mapTo(String.class)
                        .list());
    }

    /** Marks messages to be sent once more. */
    void sendAgain(String channel, List<String> keys) {
        database.inTransaction(handle -> copies.sendAgain(handle, channel, keys, true));
    }

    /** The lane's unsent cards in creation order; empty if this process no longer owns the lane. */
    List<LaggingCard> lagging(String channel) {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery("""
                        SELECT *
                        FROM cards
                        WHERE lane = :channel
                            AND EXISTS (SELECT 1 FROM lanes WHERE lanes.channel = :channel AND lanes.owner = :me)
                        ORDER BY seq
                        LIMIT 200
                        """)
                        .bind("channel", channel)
                        .bind("me", me.id())
                        .map(CardQueue::lagging)
                        .list());
    }

    private static LaggingCard lagging(ResultSet row, StatementContext context) throws SQLException {
        var since = InstantColumns.instantOrNull(row, "unsent_since");
        return new LaggingCard(
                CardRow.read(row, context),
                UpdateUrgency.ranked(row.getInt("urgency")),
                since == null ? InstantColumns.instant(row, "made_at") : since,
                row.getBoolean("granted"));
    }

    /** Channels with unsent cards. */
    List<String> laggingChannels() {
        return database.jdbi()
                .withHandle(
                        handle -> handle.createQuery("SELECT DISTINCT lane FROM cards WHERE " + CardRow.LAGS_IN_CHANNEL)
                                .mapTo(String.class)
                                .list());
    }

    /**
     * Takes over asides of dead processes, and returns this process's asides that should have been shown before
     * {@code before}.
     */
    List<String> laggingAsides(Instant before) {
        return database.inTransaction(handle -> {
            handle.createUpdate(
                            "UPDATE cards SET owner = :me, next_attempt = :now WHERE lane = '@' AND (owner IS NULL OR "
                                    + OWNER_DEAD + ")")
                    .bind("me", me.id())
                    .bind("now", clock.instant())
                    .execute();
            return handle.createQuery("""
                            SELECT card_key
                            FROM cards
                            WHERE lane = '@' AND owner = :me
                                AND ((next_attempt IS NULL AND made_at <= :before)
                                    OR next_attempt <= :now OR next_attempt > :never)
                            ORDER BY seq
                            """)
                    .bind("me", me.id())
                    .bind("before", before)
                    .bind("now", clock.instant())
                    .bind("never", never())
                    .mapTo(String.class)
                    .list();
        });
    }

    /** An unsent aside of this process that may be tried now. */
    Optional<CardRow> aside(String key) {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery("""
                        SELECT *
                        FROM cards
                        WHERE card_key = :key AND lane = '@' AND owner = :me
                            AND (next_attempt IS NULL OR next_attempt <= :now OR next_attempt > :never)
                        """)
                        .bind("never", never())
                        .bind("key", key)
                        .bind("me", me.id())
                        .bind("now", clock.instant())
                        .map(CardRow::read)
                        .findOne());
    }

    /** The longest possible delay of an attempt; a later time was set before the clock was set back. */
    private Instant never() {
        return clock.instant().plus(RetrySchedule.BACKGROUND.longest());
    }

    /** The position of a card with replies. */
    Parent parent(String key) {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery("SELECT ts, thread, lane FROM cards WHERE card_key = :key")
                        .bind("key", key)
                        .map((row, context) -> {
                            var root = row.getString("thread") == null ? row.getString("ts") : row.getString("thread");
                            var posted = row.getString("ts") != null;
                            return new Parent(
                                    posted ? Optional.of(root) : Optional.empty(),
                                    !posted && row.getString("lane") != null);
                        })
                        .findOne()
                        .orElse(new Parent(Optional.empty(), false)));
    }

    /**
     * The position of a parent card.
     *
     * @param thread timestamp of its thread; empty for none
     * @param coming whether it is still to be posted
     */
    record Parent(Optional<String> thread, boolean coming) {}

    /**
     * A card whose wanted version Slack does not show yet.
     *
     * @param since when the first unsent change was made
     * @param granted whether an unused grant for an update exists
     */
    record LaggingCard(CardRow row, UpdateUrgency urgency, Instant since, boolean granted) {}
}
