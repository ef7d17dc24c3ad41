package dev.signalman.command;

import org.jspecify.annotations.Nullable;

/** Turns a request down, which ends it.
 *
 * @param request its number
 * @param because the reason given, if any
 */
public record Reject(int request, @Nullable String because) implements Command, KeepsCardButtons {
    /** How it is said. */
    public static final Verb<Reject> VERB = new Verb<>(
            "reject",
            Verb.Kind.ACTS,
            36,
            "<n> [because …]",
            "Turns a promotion down that was asked for",
            "reject 12",
            commandArguments -> new Reject(RequestNumber.read(commandArguments), commandArguments.reason()),
            (vote, line) -> line.keyword(RequestNumber.print(vote.request())).because(vote.because()));
}
