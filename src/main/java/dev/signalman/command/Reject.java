package dev.signalman.command;

import org.jspecify.annotations.Nullable;

/**
 * Rejects a request, which ends it.
 *
 * @param request the request's number
 * @param because the reason given, if any
 */
public record Reject(int request, @Nullable String because) implements Command, KeepsCardButtons {
    /** The verb. */
    public static final Verb<Reject> VERB = new Verb<>(
            "reject",
            Verb.Kind.ACTS,
            36,
            "<n> [because …]",
            "Rejects a promotion request",
            "reject 12",
            commandArguments -> new Reject(RequestNumber.read(commandArguments), commandArguments.reason()),
            (vote, line) -> line.keyword(RequestNumber.print(vote.request())).because(vote.because()));
}
