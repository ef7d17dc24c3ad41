package dev.signalman.feature.pipelines;

import dev.signalman.card.Button;
import dev.signalman.card.CardActions;
import dev.signalman.card.ListCard;
import dev.signalman.card.Text;
import dev.signalman.command.Command;
import dev.signalman.command.TimeBound;
import dev.signalman.domain.Page;
import java.time.Instant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A list of which ten are shown at a time, the newest first, and which goes on behind a button.
 *
 * @param things in the plural, e.g. {@code pipelines}
 * @param about what they belong to, e.g. {@code web on main}
 * @param url where that is found in Semaphore
 */
record NewestTenList(String things, String about, String url) {
    static final int ON_A_PAGE = 10;

    /** One page of it; {@code more} is what asks for the page of a given name. */
    <T> ListCard card(Page<T> page, Function<T, Text> row, Function<String, Command> more) {
        var rows = page.items().stream().map(row).toList();
        var next = page.next();
        return new ListCard(
                sentence(rows.size()),
                Text.of(Character.toUpperCase(things.charAt(0)) + things.substring(1) + " of ")
                        .link(about, url),
                rows,
                rows.isEmpty() ? "None." : "",
                next == null ? CardActions.NONE : CardActions.of(Button.of("More", more.apply(next))));
    }

    private String sentence(int count) {
        return switch (count) {
            case 0 -> "No such " + things + " in " + about + ".";
            case 1 -> "1 " + things.substring(0, things.length() - 1) + " of " + about + ", newest first.";
            default -> count + " " + things + " of " + about + ", newest first.";
        };
    }

    static @Nullable Instant at(@Nullable TimeBound bound, Instant now) {
        return bound == null ? null : bound.at(now);
    }
}
