package dev.signalman.journal;

import dev.signalman.command.Refresh;
import dev.signalman.dispatch.FollowUp;
import dev.signalman.dispatch.Invocation;
import dev.signalman.dispatch.Origin;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * Takes the buttons off a card that was pressed, and gives them back. Of many presses at once, one wins; and a button that stood there
 * before it was pressed, on a screen that lags behind, does not act again once the card has it back.
 */
final class Presses {
    private static final Duration URL_FRESH = Duration.ofMinutes(29);

    private final Instance me;
    private final InstantSource clock;

    @Inject
    Presses(Instance me, InstantSource clock) {
        this.me = me;
        this.clock = clock;
    }

    private record Shown(String key, String kind, String channel) {}

    /**
     * Disarms a card; false when that was done before, or the same button of that drawing was pressed and something came of it. Where
     * Slack does not take the newer drawings the old buttons are all there is. A card that nobody knows has nothing to disarm.
     */
    boolean disarm(Handle handle, Invocation invocation, Origin.Pressed pressed, AfterCommit after) {
        var key = pressed.cardKey();
        if (key == null) {
            return true;
        }
        var won = handle.createUpdate("""
                        update cards set armed = false, disarmed = wanted + 1, presser = :name, pressed_label = :label, pressed_by = :id,
                            wanted = wanted + 1, attempts = 0, next_attempt = null, gave_up = null,
                            urgency = 0, unsent_since = case when lane is null then :now else unsent_since end,
                            lane = case when kind = 'ASIDE' then '@' when ts is null then lane else channel end,
                            owner = case when kind = 'ASIDE' then :me else null end,
                            replaces = (kind = 'ASIDE'),
                            response_url = case when kind = 'ASIDE' then :url else response_url end,
                            url_until = case when kind = 'ASIDE' then :until else url_until end
                        where card_key = :key and armed and not (:drawing > 0 and :drawing < disarmed and gave_up is null
                            and exists (select 1 from inbox where inbox.id = cards.pressed_by and inbox.line = :line))""")
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
        var cards = handle.createQuery("select card_key, kind, channel from cards where card_key = :key")
                .bind("key", key)
                .map((row, context) ->
                        new Shown(row.getString("card_key"), row.getString("kind"), row.getString("channel")))
                .list();
        if (won == 1) {
            showAgain(cards, after);
        }
        return won == 1 || cards.isEmpty();
    }

    /** What follows an act that was pressed for: the card that was pressed is drawn anew too, so that it can be pressed again. */
    List<FollowUp> refreshing(Handle handle, Invocation invocation, List<FollowUp> followUps) {
        var all = new ArrayList<>(followUps);
        var press = invocation.origin().press();
        if (press == null) {
            return all;
        }
        handle.createQuery("""
                        select pipeline_id from cards
                        where card_key = :key and pressed_by = :id and pipeline_id is not null""")
                .bind("key", press.cardKey())
                .bind("id", invocation.id())
                .mapTo(String.class)
                .map(pipeline -> FollowUp.now(new Refresh(pipeline), invocation.place()))
                .forEach(refresh -> {
                    if (!all.contains(refresh)) {
                        all.add(refresh);
                    }
                });
        return all;
    }

    /** Gives the buttons back that an invocation took, if nobody drew the card anew meanwhile. */
    void rearm(Handle handle, String invocationId, AfterCommit after) {
        var cards = handle.createQuery("""
                        select card_key, kind, channel from cards where card_key =
                            (select origin_of from inbox where id = :id and origin in ('pressed', 'submitted'))
                            and pressed_by = :id and not armed""")
                .bind("id", invocationId)
                .map((row, context) ->
                        new Shown(row.getString("card_key"), row.getString("kind"), row.getString("channel")))
                .list();
        for (var card : cards) {
            handle.createUpdate("""
                            update cards set armed = true, disarmed = 0, wanted = wanted + 1, attempts = 0, next_attempt = null, gave_up = null,
                                urgency = 0, unsent_since = case when lane is null then :now else unsent_since end,
                                lane = case when kind = 'ASIDE' then '@' when ts is null then lane else channel end,
                                owner = case when kind = 'ASIDE' then :me else null end
                            where card_key = :key and pressed_by = :id and not armed""")
                    .bind("me", me.id())
                    .bind("now", clock.instant())
                    .bind("key", card.key())
                    .bind("id", invocationId)
                    .execute();
        }
        showAgain(cards, after);
    }

    private static void showAgain(List<Shown> cards, AfterCommit after) {
        for (var card : cards) {
            if (card.kind().equals(CardRow.Kind.ASIDE.name())) {
                after.changedAsides.add(card.key());
            } else {
                after.channels.add(card.channel());
            }
        }
    }
}
