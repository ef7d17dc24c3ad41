package dev.signalman.journal;

import dev.signalman.card.Answer;
import dev.signalman.dispatch.Messenger;
import dev.signalman.dispatch.Painter;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Repairs in Slack what a paused process did after others took it for dead: it may have posted a card a second time, or overwritten a
 * newer drawing with an older one.
 */
final class SecondCopies {
    private static final String WORDS = "I posted this card twice. The other one is kept up to date.";

    private final Painter painter;
    private final Instance me;
    private final InstantSource clock;

    @Inject
    SecondCopies(Painter painter, Instance me, InstantSource clock) {
        this.painter = painter;
        this.me = me;
        this.clock = clock;
    }

    /** Makes a second copy say that it is one, and takes its buttons away. Returns how many copies were ended. */
    int end(Handle handle, CardRow row, Messenger.Posted at, @Nullable String thread) {
        var key = Keys.end(row.key(), at.timestamp());
        var drawing = painter.draw(Answer.of(WORDS), key);
        return handle.createUpdate("""
                        insert into cards (card_key, kind, channel, thread, user_id, replaces, lane, body, blocks, plain, armed,
                            wanted, shown, ts, attempts, made_at, unsent_since)
                        select :key, 'MESSAGE', :channel, :thread, '', false, :channel, :body, :blocks, false, true,
                            1, 0, :ts, 0, :now, :now from cards where card_key = :first and ts <> :ts
                        on conflict do nothing""")
                .bind("key", key)
                .bind("channel", at.channel())
                .bind("thread", thread)
                .bind("body", drawing.text())
                .bind("blocks", drawing.blocks())
                .bind("ts", at.timestamp())
                .bind("now", clock.instant())
                .bind("first", row.key())
                .execute();
    }

    /**
     * Marks messages of a channel to be sent once more as they are wanted.
     *
     * @param mine whether to do so only while this process owns the channel's lane, or only while it does not
     */
    int sendAgain(Handle handle, String channel, List<String> keys, boolean mine) {
        return handle.createUpdate("""
                        update cards set wanted = wanted + 1, lane = channel, attempts = 0, next_attempt = null,
                            unsent_since = coalesce(unsent_since, :now)
                        where card_key in (<keys>) and ts is not null and gave_up is null
                            and %s exists (select 1 from lanes where lanes.channel = :channel and lanes.owner = :me)""".formatted(mine ? "" : "not"))
                .bindList("keys", keys)
                .bind("channel", channel)
                .bind("me", me.id())
                .bind("now", clock.instant())
                .execute();
    }
}
