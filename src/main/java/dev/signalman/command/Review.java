package dev.signalman.command;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Marks a break-glass promotion as reviewed.
 *
 * @param request the number of the request on which glass was broken
 * @param because a comment, if any
 */
public record Review(int request, @Nullable String because) implements Command, KeepsCardButtons {
    /** The verb. */
    public static final Verb<Review> VERB = new Verb<>(
            "review",
            Verb.Kind.ACTS,
            38,
            "<n> [because …]",
            "Marks a break-glass promotion as reviewed; it takes two people",
            "review 12",
            commandArguments -> new Review(RequestNumber.read(commandArguments), commandArguments.reason()),
            (review, line) ->
                    line.keyword(RequestNumber.print(review.request())).because(review.because()),
            List.of("clear"));
}
