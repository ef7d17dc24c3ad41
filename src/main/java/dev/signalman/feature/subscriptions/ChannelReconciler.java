package dev.signalman.feature.subscriptions;

import dev.signalman.card.Card;
import dev.signalman.card.CardActions;
import dev.signalman.card.Symbol;
import dev.signalman.card.Text;
import dev.signalman.card.TextCard;
import dev.signalman.dispatch.Delivery;
import dev.signalman.dispatch.Outcome;
import dev.signalman.dispatch.ReconcileKey;
import dev.signalman.dispatch.ReconcileResult;
import dev.signalman.dispatch.Reconciler;
import dev.signalman.domain.Place;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Pauses the subscriptions of a channel that refuses messages, and tells each subscriber in a direct message. The note
 * of the wake is Slack's error.
 */
final class ChannelReconciler implements Reconciler {
    private static final Logger LOG = LoggerFactory.getLogger(ChannelReconciler.class);

    /** The shortest time between two messages about a channel that opens and closes repeatedly. */
    private static final Duration TOLD_FOR = Duration.ofDays(1);

    private final Subscriptions subscriptions;
    private final PausedChannels paused;
    private final InstantSource clock;

    @Inject
    ChannelReconciler(Subscriptions subscriptions, PausedChannels paused, InstantSource clock) {
        this.subscriptions = subscriptions;
        this.paused = paused;
        this.clock = clock;
    }

    @Override
    public ReconcileKey.Kind kind() {
        return ReconcileKey.Kind.CHANNEL;
    }

    @Override
    public ReconcileResult reconcile(ReconcileKey key) {
        var channel = key.id();
        var why = key.waking().note();
        var there = subscriptions.inChannel(channel);
        var before = paused.of(channel);
        if (there.isEmpty() || (before != null && before.holds())) {
            return new ReconcileResult.Over();
        }
        LOG.warn("Subscriptions of {} are paused: {}", channel, why);
        var now = clock.instant();
        var last = before == null ? null : before.told();
        if (last != null && last.isAfter(now.minus(TOLD_FOR))) {
            return new ReconcileResult.Over(Outcome.nothing().with(paused.pausing(channel, why, last)));
        }
        return new ReconcileResult.Over(
                Outcome.deliver(tidings(channel, why, there).toArray(Delivery[]::new))
                        .with(paused.pausing(channel, why, now)));
    }

    private static List<Delivery> tidings(String channel, String why, List<Subscription> there) {
        return there.stream()
                .map(Subscription::maker)
                .filter(Objects::nonNull)
                .map(Subscription.Maker::userId)
                .distinct()
                .map(maker -> (Delivery) new Delivery.ToPlace(Place.channel(maker), card(channel, why, there)))
                .toList();
    }

    private static Card card(String channel, String why, List<Subscription> there) {
        var projects = String.join(
                ", ", there.stream().map(Subscription::project).distinct().toList());
        var about = "I can no longer post in a channel that you subscribed to " + projects + ": "
                + SubscriptionPhrases.closed(why) + ".";
        return new TextCard(
                about,
                List.of(
                        Text.empty().symbol(Symbol.WARNING).plain(about),
                        Text.of("It is ")
                                .link("this channel", "https://slack.com/app_redirect?channel=" + channel)
                                .plain(" (")
                                .code(channel)
                                .plain("). Its subscriptions are paused, not deleted.")),
                List.of("They resume automatically once I can post there again, or when someone uses /semaphore "
                        + "subscribe there."),
                CardActions.NONE);
    }
}
