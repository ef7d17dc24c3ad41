package dev.signalman.engine.cards;

import dev.signalman.chat.Messenger;
import dev.signalman.dispatch.RetrySchedule;
import dev.signalman.engine.inbox.DerivedIds;
import dev.signalman.engine.timing.BotTempo;
import dev.signalman.storage.Database;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/** Records the progress of showing a card. A change made meanwhile is never lost: it keeps the card in its lane. */
public final class CardProgressStore {
    static final String SHOWN = """
            UPDATE cards
            SET shown = :version, attempts = 0, next_attempt = NULL,
                lane = CASE WHEN wanted = :version THEN NULL ELSE lane END,
                unsent_since = CASE WHEN wanted = :version THEN NULL ELSE unsent_since END
            """;

    private static final Set<CardRow.Kind> TOLD_INSTEAD =
            EnumSet.of(CardRow.Kind.MESSAGE, CardRow.Kind.PIPELINE, CardRow.Kind.REQUEST);

    private final Database database;
    private final InstantSource clock;
    private final WantedCards cards;
    private final DuplicatePostRepair copies;
    private final CardMetrics meter;
    private final BotTempo tempo;

    @Inject
    CardProgressStore(
            Database database,
            InstantSource clock,
            WantedCards cards,
            DuplicatePostRepair copies,
            CardMetrics meter,
            BotTempo tempo) {
        this.database = database;
        this.clock = clock;
        this.cards = cards;
        this.copies = copies;
        this.meter = meter;
        this.tempo = tempo;
    }

    /**
     * Slack posted the card, in {@code thread}. If another process took this one for dead and also posted it, this copy
     * is ended.
     */
    void posted(CardRow row, Messenger.Posted at, @Nullable String thread) {
        change(handle -> {
            var first = of(row, handle.createUpdate(SHOWN + """
                                    , channel = :channel, ts = :ts, thread = :thread
                                    WHERE card_key = :key AND (ts IS NULL OR ts = :ts)
                                    """))
                    .bind("channel", at.channel())
                    .bind("ts", at.timestamp())
                    .bind("thread", thread)
                    .execute();
            return first == 1 ? first : copies.end(handle, row, at, thread);
        });
        count(row);
    }

    /** Slack shows the row's version; ignored if the card was posted again in the meantime. */
    void updated(CardRow row) {
        change(handle -> of(row, handle.createUpdate(SHOWN + " WHERE card_key = :key AND ts = :ts"))
                .bind("ts", row.timestamp())
                .execute());
        count(row);
    }

    /** Slack may show an older version than the last one: the lane's current owner sends the card once more. */
    void sendAgainUnlessMine(CardRow row) {
        change(handle -> copies.sendAgain(handle, row.channel(), List.of(row.key()), false));
    }

    void count(CardRow row) {
        meter.sent();
        if (row.wanted() - row.shown() > 1) {
            meter.merged(row.wanted() - row.shown() - 1);
        }
    }

    /** Sending failed; it is repeated after a while. */
    void retry(CardRow row, Duration wait) {
        change(handle -> of(row, handle.createUpdate("""
                        UPDATE cards
                        SET attempts = attempts + 1, next_attempt = :next
                        WHERE card_key = :key AND wanted = :version
                        """))
                .bind("next", clock.instant().plus(tempo.of(wait)))
                .execute());
    }

    /** Postpones the card; this does not count as a failure. */
    void putOff(CardRow row, Instant until) {
        var latest = clock.instant().plus(RetrySchedule.BACKGROUND.longest());
        change(handle -> of(
                        row,
                        handle.createUpdate(
                                "UPDATE cards SET next_attempt = :next WHERE card_key = :key AND wanted = :version"))
                .bind("next", until.isBefore(latest) ? until : latest)
                .execute());
    }

    /** Slack refuses the blocks: the sentence is sent instead. */
    void plain(CardRow row) {
        meter.plain();
        change(handle -> of(
                        row,
                        handle.createUpdate(
                                "UPDATE cards SET plain = TRUE WHERE card_key = :key AND wanted = :version"))
                .execute());
    }

    /** The thread is gone: the card is posted outside. */
    void leaveThread(CardRow row) {
        change(handle -> handle.createUpdate("UPDATE cards SET thread = NULL, parent_key = NULL WHERE card_key = :key")
                .bind("key", row.key())
                .execute());
    }

    /** The message can no longer be changed: a new one is posted. */
    void anew(CardRow row) {
        change(handle -> of(row, handle.createUpdate("""
                        UPDATE cards
                        SET ts = NULL, shown = 0, attempts = 0, next_attempt = NULL
                        WHERE card_key = :key AND wanted = :version
                        """)).execute());
    }

    /** The message was deleted: the card is given up. */
    void gone(CardRow row, String reason) {
        change(handle -> handle.createUpdate("""
                        UPDATE cards
                        SET ts = NULL, thread = NULL, gave_up = :reason, lane = NULL
                        WHERE card_key = :key
                        """)
                .bind("key", row.key())
                .bind("reason", reason)
                .execute());
        meter.gaveUp();
    }

    /**
     * Gives up the card, unless it was changed meanwhile. If it was never posted, the person who asked is told.
     *
     * @return key of the aside that tells them; null for none
     */
    @Nullable
    String giveUp(CardRow row, String reason) {
        meter.gaveUp();
        var instead = instead(row);
        return database.inTransaction(handle -> {
            var changed =
                    of(row, handle.createUpdate("""
                            UPDATE cards
                            SET gave_up = :reason, lane = NULL
                            WHERE card_key = :key AND wanted = :version
                            """)).bind("reason", reason).execute();
            var told = changed == 1
                    && TOLD_INSTEAD.contains(row.kind())
                    && row.timestamp() == null
                    && !row.userId().isEmpty()
                    && cards.insert(handle, instead, CardRow.ASIDES, null);
            return told ? instead.key() : null;
        });
    }

    private static CardRow instead(CardRow row) {
        return new CardRow(
                DerivedIds.instead(row.key()),
                CardRow.Kind.ASIDE,
                row.channel(),
                row.thread(),
                null,
                row.userId(),
                row.responseUrl(),
                row.urlUntil(),
                false,
                row.drawing(),
                false,
                true,
                null,
                null,
                1,
                0,
                null,
                null,
                0,
                null);
    }

    private interface Change {
        int in(Handle handle);
    }

    private void change(Change change) {
        database.inTransaction(change::in);
    }

    private static <S extends SqlStatement<S>> S of(CardRow row, S statement) {
        return statement.bind("key", row.key()).bind("version", row.wanted());
    }
}
