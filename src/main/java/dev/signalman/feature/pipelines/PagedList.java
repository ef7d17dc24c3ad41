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
 * Shows a list ten rows at a time, newest first, with a button for the next page.
 *
 * @param things what is listed, in the plural, e.g. {@code pipelines}
 * @param about what the things belong to, e.g. {@code web on main}
 * @param url the page of {@code about} in Semaphore
 */
record PagedList(String things, String about, String url) {
    static final int ON_A_PAGE = 10;

    /** One page; {@code more} makes the command that asks for the page with a given token. */
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
            case 0 -> "No matching " + things + " in " + about + ".";
            case 1 -> "1 " + things.substring(0, things.length() - 1) + " of " + about + ", newest first.";
            default -> count + " " + things + " of " + about + ", newest first.";
        };
    }

    static @Nullable Instant at(@Nullable TimeBound bound, Instant now) {
        return bound == null ? null : bound.at(now);
    }
}
