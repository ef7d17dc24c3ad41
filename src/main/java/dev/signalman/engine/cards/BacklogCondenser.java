package dev.signalman.engine.cards;

import dev.signalman.command.Condense;
import dev.signalman.command.TimeBound;
import dev.signalman.dispatch.HintIntake;
import dev.signalman.dispatch.Invocation;
import dev.signalman.dispatch.Origin;
import dev.signalman.domain.Actor;
import dev.signalman.domain.Place;
import dev.signalman.engine.inbox.InboxStore;
import dev.signalman.engine.inbox.LineClassifier;
import dev.signalman.engine.lease.InstanceId;
import dev.signalman.port.WithdrawnCardListener;
import dev.signalman.storage.Database;
import dev.signalman.storage.InstantColumns;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/**
 * Prevents a flood of messages when Slack accepts messages again after an outage. Many old, unsent cards that nobody
 * asked for are withdrawn and replaced by one summary.
 */
public final class BacklogCondenser {
    /** Up to this many are posted one by one. */
    private static final int MOST = 20;

    /** Ids that fit into one follow-up line. */
    private static final int AT_ONCE = 400;

    /** How long after its pipeline's end a card may be made. */
    private static final Duration ENDED_BEFORE = Duration.ofDays(1);

    private final Database database;
    private final InboxStore inbox;
    private final LineClassifier lineClassifier;
    private final InstanceId me;
    private final Set<WithdrawnCardListener> withdrawn;
    private final InstantSource clock;

    @Inject
    BacklogCondenser(
            Database database,
            InboxStore inbox,
            LineClassifier lineClassifier,
            InstanceId me,
            Set<WithdrawnCardListener> withdrawn,
            InstantSource clock) {
        this.database = database;
        this.inbox = inbox;
        this.lineClassifier = lineClassifier;
        this.me = me;
        this.withdrawn = withdrawn;
        this.clock = clock;
    }

    /** Whether such a lag means an outage. */
    boolean concerns(Duration lag) {
        return lag.compareTo(HintIntake.MISSED) > 0;
    }

    /**
     * Withdraws a channel's old unsent cards if they are many. Only the thread that holds the channel's lane calls it.
     */
    public void close(String channel) {
        database.inTransaction(handle -> withdraw(handle, channel));
    }

    private int withdraw(Handle handle, String channel) {
        var old = mine(handle, channel) ? old(handle, channel) : List.<Old>of();
        if (old.size() <= MOST) {
            return 0;
        }
        var first = old.get(0);
        var pipelines = old.stream().map(Old::pipelineId).toList();
        var condense = new Condense(pipelines, new TimeBound.At(first.made().minus(ENDED_BEFORE)), 0);
        var now = clock.instant();
        // includes the time, since another outage may withdraw the same card again
        inbox.add(handle, said(condense, channel, "flood:" + first.key() + ":" + now), now, false);
        // before the cards: code that announces locks these rows in the same order
        withdrawn.forEach(each -> each.withdrawing(channel, pipelines).write(handle));
        for (var each : old) {
            handle.createUpdate("""
                            DELETE FROM cards
                            WHERE card_key = :key
                                OR (parent_key = :key AND kind <> 'PIPELINE' AND user_id = '' AND ts IS NULL)
                            """).bind("key", each.key()).execute();
        }
        return old.size();
    }

    private Invocation said(Condense condense, String channel, String id) {
        return new Invocation(
                id,
                Actor.NOBODY,
                Place.channel(channel),
                lineClassifier.print(condense),
                new Origin.Itself(id),
                clock.instant(),
                null);
    }

    /** Locks the row, so that no other process takes over the lane and posts the withdrawn cards. */
    private boolean mine(Handle handle, String channel) {
        return handle.createQuery("SELECT owner FROM lanes WHERE channel = :channel AND owner = :me FOR UPDATE")
                .bind("channel", channel)
                .bind("me", me.id())
                .mapTo(String.class)
                .findOne()
                .isPresent();
    }

    private record Old(String key, CardRow.Kind kind, String pipelineId, Instant made) {}

    /**
     * Filters kind and age here: in the query, they would make H2 read all cards of that kind and age instead of the
     * lane.
     */
    private List<Old> old(Handle handle, String channel) {
        var before = clock.instant().minus(HintIntake.MISSED);
        return handle
                .createQuery("""
                        SELECT card_key, kind, pipeline_id, made_at
                        FROM cards
                        WHERE lane = :channel AND ts IS NULL AND shown = 0 AND user_id = '' AND pipeline_id IS NOT NULL
                        ORDER BY seq
                        """)
                .bind("channel", channel)
                .map((row, context) -> new Old(
                        row.getString("card_key"),
                        CardRow.Kind.valueOf(row.getString("kind")),
                        row.getString("pipeline_id"),
                        InstantColumns.instant(row, "made_at")))
                .list()
                .stream()
                .filter(each ->
                        each.kind() == CardRow.Kind.PIPELINE && each.made().isBefore(before))
                .limit(AT_ONCE)
                .toList();
    }
}
