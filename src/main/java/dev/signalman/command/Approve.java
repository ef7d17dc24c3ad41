package dev.signalman.command;

import org.jspecify.annotations.Nullable;

/**
 * Approves a request.
 *
 * @param request the request's number
 * @param because the reason given, if any
 */
public record Approve(int request, @Nullable String because) implements Command, KeepsCardButtons {
    /** The verb. */
    public static final Verb<Approve> VERB = new Verb<>(
            "approve",
            Verb.Kind.ACTS,
            35,
            "<n> [because …]",
            "Approves a promotion request",
            "approve 12",
            commandArguments -> new Approve(RequestNumber.read(commandArguments), commandArguments.reason()),
            (vote, line) -> line.keyword(RequestNumber.print(vote.request())).because(vote.because()));
}
