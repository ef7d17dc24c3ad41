package dev.signalman.command;

import org.jspecify.annotations.Nullable;

/** Agrees to a request.
 *
 * @param request its number
 * @param because the reason given, if any
 */
public record Approve(int request, @Nullable String because) implements Command, KeepsCardButtons {
    /** How it is said. */
    public static final Verb<Approve> VERB = new Verb<>(
            "approve",
            Verb.Kind.ACTS,
            35,
            "<n> [because …]",
            "Agrees to a promotion that was asked for",
            "approve 12",
            commandArguments -> new Approve(RequestNumber.read(commandArguments), commandArguments.reason()),
            (vote, line) -> line.keyword(RequestNumber.print(vote.request())).because(vote.because()));
}
