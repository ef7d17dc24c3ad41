package dev.signalman.engine.cards;

import dev.signalman.card.TextCard;
import dev.signalman.chat.CardRenderer;
import dev.signalman.chat.Messenger;
import dev.signalman.engine.inbox.DerivedIds;
import dev.signalman.engine.lease.InstanceId;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Repairs, in Slack, the effects of a paused process that others took for dead: a card posted twice, or a newer version
 * overwritten by an older one.
 */
public final class DuplicatePostRepair {
    private static final String WORDS = "This card was posted twice. The other one is kept up to date.";

    private final CardRenderer cardRenderer;
    private final InstanceId me;
    private final InstantSource clock;

    @Inject
    DuplicatePostRepair(CardRenderer cardRenderer, InstanceId me, InstantSource clock) {
        this.cardRenderer = cardRenderer;
        this.me = me;
        this.clock = clock;
    }

    /** Turns a duplicate message into a notice without buttons. Returns the number of ended copies. */
    int end(Handle handle, CardRow row, Messenger.Posted at, @Nullable String thread) {
        var key = DerivedIds.end(row.key(), at.timestamp());
        var renderedCard = cardRenderer.draw(TextCard.of(WORDS), key);
        return handle.createUpdate("""
                        INSERT INTO cards (card_key, kind, channel, thread, user_id, replaces, lane, body, blocks, plain, armed,
                            wanted, shown, ts, attempts, made_at, unsent_since)
                        SELECT :key, 'MESSAGE', :channel, :thread, '', FALSE, :channel, :body, :blocks, FALSE, TRUE,
                            1, 0, :ts, 0, :now, :now
                        FROM cards
                        WHERE card_key = :first AND ts <> :ts
                        ON CONFLICT DO NOTHING
                        """)
                .bind("key", key)
                .bind("channel", at.channel())
                .bind("thread", thread)
                .bind("body", renderedCard.text())
                .bind("blocks", renderedCard.blocks())
                .bind("ts", at.timestamp())
                .bind("now", clock.instant())
                .bind("first", row.key())
                .execute();
    }

    /**
     * Marks a channel's messages to be sent once more.
     *
     * @param mine true: only while this process owns the channel's lane; false: only while it does not
     */
    int sendAgain(Handle handle, String channel, List<String> keys, boolean mine) {
        return handle.createUpdate("""
                        UPDATE cards
                        SET wanted = wanted + 1, lane = channel, attempts = 0, next_attempt = NULL,
                            unsent_since = COALESCE(unsent_since, :now)
                        WHERE card_key IN (<keys>) AND ts IS NOT NULL AND gave_up IS NULL
                            AND %s EXISTS (SELECT 1 FROM lanes WHERE lanes.channel = :channel AND lanes.owner = :me)
                        """.formatted(mine ? "" : "NOT"))
                .bindList("keys", keys)
                .bind("channel", channel)
                .bind("me", me.id())
                .bind("now", clock.instant())
                .execute();
    }
}
