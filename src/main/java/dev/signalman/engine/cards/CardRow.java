package dev.signalman.engine.cards;

import dev.signalman.chat.CardRenderer;
import dev.signalman.chat.RenderedCard;
import dev.signalman.storage.InstantColumns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Objects;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/**
 * A card: its wanted content, and what Slack shows as far as known.
 *
 * @param thread timestamp of the thread; null outside threads, or while the parent is not posted yet
 * @param parentKey the card in whose thread it belongs
 * @param userId who is told when it cannot be shown; the only reader of an aside
 * @param responseUrl where an aside is sent while it is fresh; a capability
 * @param replaces whether an aside replaces the message whose button gave the URL
 * @param plain whether Slack refused the blocks
 * @param armed whether it has its buttons; else {@code presser} pressed {@code pressedLabel}
 * @param wanted version that is wanted
 * @param shown version that Slack shows; 0 for none
 * @param link the link under which it is shown, in the message that {@code thread} names; else null
 * @param timestamp the message in Slack; null before it is posted, and always for asides
 */
public record CardRow(
        String key,
        Kind kind,
        String channel,
        @Nullable String thread,
        @Nullable String parentKey,
        String userId,
        @Nullable String responseUrl,
        @Nullable Instant urlUntil,
        boolean replaces,
        RenderedCard drawing,
        boolean plain,
        boolean armed,
        @Nullable String presser,
        @Nullable String pressedLabel,
        int wanted,
        int shown,
        @Nullable String timestamp,
        @Nullable Instant nextAttempt,
        int attempts,
        @Nullable String link) {
    /** The lane of asides, which are sent out of order. */
    static final String ASIDES = "@";

    /**
     * The condition for an unsent card in a channel. Both bounds are needed, and no inequality: otherwise H2 reads the
     * whole table for a few rows. A channel's id starts with a capital letter, which sorts between these bounds in
     * every collation.
     */
    public static final String LAGS_IN_CHANNEL = "lane > '@' AND lane < 'zzzz'";

    /** The condition for every unsent card. */
    public static final String LAGS = "lane >= '@' AND lane < 'zzzz'";

    /** The condition for a card whose message was deleted. */
    static final String DELETED = "ts IS NULL AND shown > 0 AND gave_up IS NOT NULL";

    /** How a card is shown. */
    public enum Kind {
        /** Shown to one person only. */
        ASIDE,
        /** A message that never changes except for its buttons. */
        MESSAGE,
        /** The updated card of a pipeline. */
        PIPELINE,
        /** The updated card of a request, a lock or a burst. */
        REQUEST,
        /** A further message about a request. */
        COPY,
        /** A preview under a link in a message. */
        LINK,
        /** A person's home tab; the channel is their direct message with the bot. */
        HOME
    }

    static CardRow read(ResultSet row, StatementContext context) throws SQLException {
        return new CardRow(
                row.getString("card_key"),
                Kind.valueOf(row.getString("kind")),
                row.getString("channel"),
                row.getString("thread"),
                row.getString("parent_key"),
                row.getString("user_id"),
                row.getString("response_url"),
                InstantColumns.instantOrNull(row, "url_until"),
                row.getBoolean("replaces"),
                new RenderedCard(row.getString("body"), row.getString("blocks")),
                row.getBoolean("plain"),
                row.getBoolean("armed"),
                row.getString("presser"),
                row.getString("pressed_label"),
                row.getInt("wanted"),
                row.getInt("shown"),
                row.getString("ts"),
                InstantColumns.instantOrNull(row, "next_attempt"),
                row.getInt("attempts"),
                row.getString("link"));
    }

    CardRow under(String link) {
        return new CardRow(
                key,
                kind,
                channel,
                thread,
                parentKey,
                userId,
                responseUrl,
                urlUntil,
                replaces,
                drawing,
                plain,
                armed,
                presser,
                pressedLabel,
                wanted,
                shown,
                timestamp,
                nextAttempt,
                attempts,
                link);
    }

    @Override
    public String toString() {
        return "CardRow[" + key + "]";
    }

    /** The content to send: without buttons if they are gone, without blocks if Slack refuses them. */
    RenderedCard content(CardRenderer cardRenderer) {
        var renderedCard = armed
                ? drawing
                : cardRenderer.disarm(
                        drawing,
                        key,
                        Objects.requireNonNullElse(presser, ""),
                        Objects.requireNonNullElse(pressedLabel, ""));
        return plain ? cardRenderer.plain(renderedCard) : cardRenderer.counted(renderedCard, key, wanted);
    }
}
