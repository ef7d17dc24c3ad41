package dev.signalman.command;

import org.jspecify.annotations.Nullable;

/**
 * Clears a broken glass after a review.
 *
 * @param request the number of the request on which the glass was broken
 * @param because a comment, if any
 */
public record Clear(int request, @Nullable String because) implements Command, KeepsCardButtons {
    /** The verb. */
    public static final Verb<Clear> VERB = new Verb<>(
            "clear",
            Verb.Kind.ACTS,
            38,
            "<n> [because …]",
            "Says that what was promoted alone was right; two must",
            "clear 12",
            commandArguments -> new Clear(RequestNumber.read(commandArguments), commandArguments.reason()),
            (clear, line) -> line.keyword(RequestNumber.print(clear.request())).because(clear.because()));
}
