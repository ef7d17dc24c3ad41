package dev.signalman.journal;

import dev.signalman.command.Condense;
import dev.signalman.command.TimeBound;
import dev.signalman.dispatch.HintIntake;
import dev.signalman.dispatch.Invocation;
import dev.signalman.dispatch.Origin;
import dev.signalman.dispatch.WithdrawnCardListener;
import dev.signalman.domain.Actor;
import dev.signalman.domain.Place;
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
 * Keeps a channel from being flooded when Slack takes messages again after a long time. Cards that nobody asked for and that waited
 * for so long are withdrawn when they are many; what they would have said is said in one message instead.
 */
final class BacklogCondenser {
    /** So many are posted one by one. */
    private static final int MOST = 20;

    /** As many ids as fit into one line that the bot says to itself. */
    private static final int AT_ONCE = 400;

    /** A card may be made some time after its pipeline ended. */
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

    /** Whether what waited so long waited because of an outage. */
    boolean concerns(Duration lag) {
        return lag.compareTo(HintIntake.MISSED) > 0;
    }

    /** Withdraws the old cards of a channel that were not posted, if they are many. Only the thread that has the channel's lane calls it. */
    void close(String channel) {
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
        // with the time, since the same card may be withdrawn again in another outage
        inbox.add(handle, said(condense, channel, "flood:" + first.key() + ":" + now), now, false);
        // before the cards, in the order in which whoever announces takes these rows
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

    /** The row is locked, so that nobody takes the lane over and posts what is being withdrawn. */
    private boolean mine(Handle handle, String channel) {
        return handle.createQuery("SELECT owner FROM lanes WHERE channel = :channel AND owner = :me FOR UPDATE")
                .bind("channel", channel)
                .bind("me", me.id())
                .mapTo(String.class)
                .findOne()
                .isPresent();
    }

    private record Old(String key, CardRow.Kind kind, String pipelineId, Instant made) {}

    /** Kind and age are looked at here: in the query, they would make H2 read all cards of that kind and age instead of the lane. */
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
