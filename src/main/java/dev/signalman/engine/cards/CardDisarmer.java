package dev.signalman.engine.cards;

import dev.signalman.dispatch.Invocation;
import dev.signalman.dispatch.Origin;
import dev.signalman.engine.lease.InstanceId;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Takes the buttons off a pressed card, and gives them back. Of simultaneous presses, one wins. Once the card has its
 * buttons back, a button of the earlier version, on a screen that lags behind, does not act again.
 */
public final class CardDisarmer {
    private static final Duration URL_FRESH = Duration.ofMinutes(29);

    private final InstanceId me;
    private final InstantSource clock;

    @Inject
    CardDisarmer(InstanceId me, InstantSource clock) {
        this.me = me;
        this.clock = clock;
    }

    private record Shown(String key, String kind, String channel) {}

    /**
     * Disarms a card. Returns false if it was disarmed before, or the same button of that version was pressed with
     * effect. Where Slack refuses the newer versions, the old buttons are all there is. An unknown card has nothing to
     * disarm.
     */
    public boolean disarm(Handle handle, Invocation invocation, Origin.Pressed pressed, CardChanges after) {
        var key = pressed.cardKey();
        if (key == null) {
            return true;
        }
        var won = handle.createUpdate("""
                        UPDATE cards
                        SET armed = FALSE, disarmed = wanted + 1, presser = :name, pressed_label = :label, pressed_by = :id,
                            wanted = wanted + 1, attempts = 0, next_attempt = NULL, gave_up = NULL,
                            urgency = 0, unsent_since = CASE WHEN lane IS NULL THEN :now ELSE unsent_since END,
                            lane = CASE WHEN kind = 'ASIDE' THEN '@' WHEN ts IS NULL THEN lane ELSE channel END,
                            owner = CASE WHEN kind = 'ASIDE' THEN :me ELSE NULL END,
                            replaces = (kind = 'ASIDE'),
                            response_url = CASE WHEN kind = 'ASIDE' THEN :url ELSE response_url END,
                            url_until = CASE WHEN kind = 'ASIDE' THEN :until ELSE url_until END
                        WHERE card_key = :key AND armed AND NOT (:drawing > 0 AND :drawing < disarmed AND gave_up IS NULL
                            AND EXISTS (SELECT 1 FROM inbox WHERE inbox.id = cards.pressed_by AND inbox.line = :line))
                        """)
                .bind("drawing", pressed.drawing())
                .bind("line", invocation.line())
                .bind("name", invocation.actor().name())
                .bind("label", pressed.label())
                .bind("now", clock.instant())
                .bind("id", invocation.id())
                .bind("me", me.id())
                .bind("url", invocation.responseUrl())
                .bind("until", invocation.taken().plus(URL_FRESH))
                .bind("key", key)
                .execute();
        var cards = handle.createQuery("SELECT card_key, kind, channel FROM cards WHERE card_key = :key")
                .bind("key", key)
                .map((row, context) ->
                        new Shown(row.getString("card_key"), row.getString("kind"), row.getString("channel")))
                .list();
        if (won == 1) {
            showAgain(cards, after);
        }
        return won == 1 || cards.isEmpty();
    }

    /**
     * The pipeline on whose card the act was pressed. That card is redrawn after the act, so it can be pressed again.
     */
    public Optional<String> pressedPipeline(Handle handle, Invocation invocation) {
        var press = invocation.origin().press();
        if (press == null) {
            return Optional.empty();
        }
        return handle.createQuery("""
                        SELECT pipeline_id
                        FROM cards
                        WHERE card_key = :key AND pressed_by = :id AND pipeline_id IS NOT NULL
                        """)
                .bind("key", press.cardKey())
                .bind("id", invocation.id())
                .mapTo(String.class)
                .findFirst();
    }

    /** Restores the buttons that an invocation took, unless the card was redrawn meanwhile. */
    public void rearm(Handle handle, String invocationId, CardChanges after) {
        var cards = handle.createQuery("""
                        SELECT card_key, kind, channel
                        FROM cards
                        WHERE card_key =
                            (SELECT origin_of FROM inbox WHERE id = :id AND origin IN ('pressed', 'submitted'))
                            AND pressed_by = :id AND NOT armed
                        """)
                .bind("id", invocationId)
                .map((row, context) ->
                        new Shown(row.getString("card_key"), row.getString("kind"), row.getString("channel")))
                .list();
        for (var card : cards) {
            handle.createUpdate("""
                            UPDATE cards
                            SET armed = TRUE, disarmed = 0, wanted = wanted + 1, attempts = 0, next_attempt = NULL, gave_up = NULL,
                                urgency = 0, unsent_since = CASE WHEN lane IS NULL THEN :now ELSE unsent_since END,
                                lane = CASE WHEN kind = 'ASIDE' THEN '@' WHEN ts IS NULL THEN lane ELSE channel END,
                                owner = CASE WHEN kind = 'ASIDE' THEN :me ELSE NULL END
                            WHERE card_key = :key AND pressed_by = :id AND NOT armed
                            """)
                    .bind("me", me.id())
                    .bind("now", clock.instant())
                    .bind("key", card.key())
                    .bind("id", invocationId)
                    .execute();
        }
        showAgain(cards, after);
    }

    private static void showAgain(List<Shown> cards, CardChanges after) {
        for (var card : cards) {
            if (card.kind().equals(CardRow.Kind.ASIDE.name())) {
                after.changedAsides.add(card.key());
            } else {
                after.channels.add(card.channel());
            }
        }
    }
}
