package dev.signalman.journal;

import dev.signalman.storage.Columns;
import dev.signalman.storage.Database;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** Finds the cards that lag, and which process shows them: a lane belongs to one process, and so does an aside. */
final class CardQueue {
    private static final String OWNER_DEAD = "not exists (select 1 from instances where instances.id = owner)";

    private final Database database;
    private final Instance me;
    private final SecondCopies copies;
    private final InstantSource clock;

    @Inject
    CardQueue(Database database, Instance me, SecondCopies copies, InstantSource clock) {
        this.database = database;
        this.me = me;
        this.copies = copies;
        this.clock = clock;
    }

    /** Makes a channel's lane this process's own, unless it belongs to another one that is alive. */
    Lease lease(String channel) {
        return database.inTransaction(handle -> {
            if (owns(handle, channel) || begin(handle, channel)) {
                return Lease.OURS;
            }
            return takeOver(handle, channel) ? Lease.TAKEN_OVER : Lease.ANOTHERS;
        });
    }

    /** Whose lane it is. */
    enum Lease {
        OURS,
        /** Ours from now on, and a dead process's before. */
        TAKEN_OVER,
        ANOTHERS
    }

    private boolean owns(Handle handle, String channel) {
        return handle.createQuery("select count(*) from lanes where channel = :channel and owner = :me")
                        .bind("channel", channel)
                        .bind("me", me.id())
                        .mapTo(Integer.class)
                        .one()
                == 1;
    }

    private boolean begin(Handle handle, String channel) {
        return handle.createUpdate("insert into lanes (channel, owner) values (:channel, :me) on conflict do nothing")
                        .bind("channel", channel)
                        .bind("me", me.id())
                        .execute()
                == 1;
    }

    private boolean takeOver(Handle handle, String channel) {
        return handle.createUpdate("update lanes set owner = :me where channel = :channel and " + OWNER_DEAD)
                        .bind("channel", channel)
                        .bind("me", me.id())
                        .execute()
                == 1;
    }

    /** The keys of the messages that lag in a lane: when its owner died, a change of each may be on its way to Slack. */
    List<String> onTheirWay(String channel) {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery(
                                "select card_key from cards where lane = :channel and ts is not null")
                        .bind("channel", channel)
                        .mapTo(String.class)
                        .list());
    }

    /** Sends messages once more as they are wanted. */
    void sendAgain(String channel, List<String> keys) {
        database.inTransaction(handle -> copies.sendAgain(handle, channel, keys, true));
    }

    /** The cards of a lane that lag, in the order in which they were made; none when the lane is not this process's own any more. */
    List<Lagging> lagging(String channel) {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery("""
                        select * from cards where lane = :channel
                            and exists (select 1 from lanes where lanes.channel = :channel and lanes.owner = :me)
                        order by seq limit 200""")
                        .bind("channel", channel)
                        .bind("me", me.id())
                        .map(CardQueue::lagging)
                        .list());
    }

    private static Lagging lagging(ResultSet row, StatementContext context) throws SQLException {
        var since = Columns.instantOrNull(row, "unsent_since");
        return new Lagging(
                CardRow.read(row, context),
                Urgency.ranked(row.getInt("urgency")),
                since == null ? Columns.instant(row, "made_at") : since,
                row.getBoolean("granted"));
    }

    /** Channels in which a card lags. */
    List<String> laggingChannels() {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery(
                                "select distinct lane from cards where " + WantedCards.LAGS_IN_CHANNEL)
                        .mapTo(String.class)
                        .list());
    }

    /** Takes over asides of the dead, and names all asides of this process that lag and should have been shown before {@code before}. */
    List<String> laggingAsides(Instant before) {
        return database.inTransaction(handle -> {
            handle.createUpdate(
                            "update cards set owner = :me, next_attempt = :now where lane = '@' and (owner is null or "
                                    + OWNER_DEAD + ")")
                    .bind("me", me.id())
                    .bind("now", clock.instant())
                    .execute();
            return handle.createQuery("""
                            select card_key from cards where lane = '@' and owner = :me
                                and ((next_attempt is null and made_at <= :before)
                                    or next_attempt <= :now or next_attempt > :never)
                            order by seq""")
                    .bind("me", me.id())
                    .bind("before", before)
                    .bind("now", clock.instant())
                    .bind("never", never())
                    .mapTo(String.class)
                    .list();
        });
    }

    /** An aside of this process that lags and may be tried now. */
    Optional<CardRow> aside(String key) {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery("""
                        select * from cards where card_key = :key and lane = '@' and owner = :me
                            and (next_attempt is null or next_attempt <= :now or next_attempt > :never)""")
                        .bind("never", never())
                        .bind("key", key)
                        .bind("me", me.id())
                        .bind("now", clock.instant())
                        .map(CardRow::read)
                        .findOne());
    }

    /** No attempt is put off for longer; what is further off was put off before the clock was set back. */
    private Instant never() {
        return clock.instant().plus(Backoff.LONGEST);
    }

    /** Where a card stands that others are posted under. */
    Parent parent(String key) {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery("select ts, thread, lane from cards where card_key = :key")
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
     * Where a parent stands.
     *
     * @param thread what names its thread; empty when it has none
     * @param coming whether it is still to be posted
     */
    record Parent(Optional<String> thread, boolean coming) {}
}
