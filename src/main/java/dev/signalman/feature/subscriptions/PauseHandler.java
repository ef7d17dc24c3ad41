package dev.signalman.feature.subscriptions;

import dev.signalman.card.Card;
import dev.signalman.card.CardActions;
import dev.signalman.card.Symbol;
import dev.signalman.card.Text;
import dev.signalman.card.TextCard;
import dev.signalman.command.Pause;
import dev.signalman.dispatch.Delivery;
import dev.signalman.dispatch.Handler;
import dev.signalman.dispatch.Invocation;
import dev.signalman.dispatch.Outcome;
import dev.signalman.domain.Place;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Pauses a channel, and tells each person who subscribed it, once, in a direct message. */
final class PauseHandler implements Handler<Pause> {
    private static final Logger LOG = LoggerFactory.getLogger(PauseHandler.class);

    /** A channel that opens and closes by turns is told of once in so long. */
    private static final Duration TOLD_FOR = Duration.ofDays(1);

    private final Subscriptions subscriptions;
    private final PausedChannels paused;
    private final InstantSource clock;

    @Inject
    PauseHandler(Subscriptions subscriptions, PausedChannels paused, InstantSource clock) {
        this.subscriptions = subscriptions;
        this.paused = paused;
        this.clock = clock;
    }

    @Override
    public Outcome handle(Pause command, Invocation invocation) {
        var channel = command.channel();
        var there = subscriptions.inChannel(channel);
        var before = paused.of(channel);
        if (there.isEmpty() || (before != null && before.holds())) {
            return Outcome.nothing();
        }
        LOG.warn("Subscriptions of {} are paused: {}", channel, command.why());
        var now = clock.instant();
        var last = before == null ? null : before.told();
        if (last != null && last.isAfter(now.minus(TOLD_FOR))) {
            return Outcome.nothing().with(paused.pausing(channel, command.why(), last));
        }
        return Outcome.deliver(tidings(command, there).toArray(Delivery[]::new))
                .with(paused.pausing(channel, command.why(), now));
    }

    private static List<Delivery> tidings(Pause command, List<Subscription> there) {
        return there.stream()
                .map(Subscription::maker)
                .filter(Objects::nonNull)
                .map(Subscription.Maker::userId)
                .distinct()
                .map(maker -> (Delivery) new Delivery.ToPlace(Place.channel(maker), card(command, there)))
                .toList();
    }

    private static Card card(Pause command, List<Subscription> there) {
        var projects = String.join(
                ", ", there.stream().map(Subscription::project).distinct().toList());
        var about = "I can no longer post in a channel that you subscribed to " + projects + ": "
                + SubscriptionPhrases.closed(command.why()) + ".";
        return new TextCard(
                about,
                List.of(
                        Text.empty().symbol(Symbol.WARNING).plain(about),
                        Text.of("It is ")
                                .link("this channel", "https://slack.com/app_redirect?channel=" + command.channel())
                                .plain(" (")
                                .code(command.channel())
                                .plain("). Its subscriptions are paused, and none is lost.")),
                List.of("They go on by themselves once I am there and can post again, or when somebody says "
                        + "\"subscribe\" there."),
                CardActions.NONE);
    }
}
