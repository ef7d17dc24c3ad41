package dev.signalman.feature.subscriptions;

import dev.signalman.card.Button;
import dev.signalman.card.CardActions;
import dev.signalman.card.ListCard;
import dev.signalman.card.Menu;
import dev.signalman.card.Symbol;
import dev.signalman.card.Text;
import dev.signalman.command.Subscribe;
import dev.signalman.command.Unsubscribe;
import dev.signalman.domain.SubscriptionFilter;
import dev.signalman.feature.subscriptions.PausedChannels.Pausing;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Lists the subscriptions of a channel, one per line, with buttons to remove them. */
final class SubscriptionList {
    private static final int SIDE_BY_SIDE = 5;

    private final PausedChannels paused;

    @Inject
    SubscriptionList(PausedChannels paused) {
        this.paused = paused;
    }

    ListCard of(String channel, List<Subscription> there) {
        var pausing = paused.of(channel);
        var held = pausing != null && pausing.holds() ? pausing : null;
        return new ListCard(
                sentence(there, held),
                Text.empty().bold("Subscriptions").plain(" of this channel"),
                there.stream().map(each -> row(each, held)).toList(),
                there.isEmpty() ? "None." : "",
                actions(there));
    }

    private static String sentence(List<Subscription> there, @Nullable Pausing held) {
        var count = there.size();
        if (count == 0) {
            return "This channel has no subscriptions.";
        }
        var names = there.stream()
                .map(each -> SubscriptionPhrases.name(each.project(), each.wanted()))
                .distinct()
                .toList();
        return "This channel has " + (count == 1 ? "1 subscription" : count + " subscriptions") + ": "
                + String.join(", ", names) + (held == null ? "." : ", paused.");
    }

    private static Text row(Subscription each, @Nullable Pausing held) {
        var row = SubscriptionPhrases.shown(each.project(), each.wanted())
                .plain(": " + String.join("; ", SubscriptionPhrases.phrases(each.wanted())) + "  ·  " + by(each));
        var since = held == null ? null : held.since();
        return held == null || since == null
                ? row
                : row.plain("  ·  ")
                        .symbol(Symbol.WARNING)
                        .plain("paused since ")
                        .date(since)
                        .plain(", " + SubscriptionPhrases.closed(held.why()));
    }

    private static CardActions actions(List<Subscription> there) {
        var removable = there.stream()
                .filter(each -> !each.fromTheFile())
                .map(each -> Button.of(label(each, there), new Unsubscribe(each.project(), null, each.id())))
                .toList();
        var add = Button.of("Add", new Subscribe(null, SubscriptionFilter.ALL));
        return removable.size() <= SIDE_BY_SIDE
                ? CardActions.of(
                        Stream.concat(removable.stream(), Stream.of(add)).toList())
                : new CardActions(List.of(add), new Menu("Remove …", removable));
    }

    private static String label(Subscription each, List<Subscription> there) {
        var name = SubscriptionPhrases.name(each.project(), each.wanted());
        var alone = there.stream()
                        .filter(other -> SubscriptionPhrases.name(other.project(), other.wanted())
                                .equals(name))
                        .count()
                == 1;
        var filters = String.join(" ", SubscriptionPhrases.endings(each.wanted()), file(each))
                .strip();
        return "Remove " + name + (alone || filters.isEmpty() ? "" : " (" + filters + ")");
    }

    private static String file(Subscription each) {
        return each.wanted().file() == null ? "" : each.wanted().file();
    }

    /** Who made it, in words. */
    static String by(Subscription subscription) {
        var maker = subscription.maker();
        return maker == null ? "from the file" : "by " + maker.name();
    }
}
