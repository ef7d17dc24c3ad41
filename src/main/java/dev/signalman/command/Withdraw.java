package dev.signalman.command;

import org.jspecify.annotations.Nullable;

/**
 * Withdraws the asker's own request.
 *
 * @param request the request's number
 * @param because the reason given, if any
 */
public record Withdraw(int request, @Nullable String because) implements Command, KeepsCardButtons {
    /** The verb. */
    public static final Verb<Withdraw> VERB = new Verb<>(
            "withdraw",
            Verb.Kind.ACTS,
            37,
            "<n> [because …]",
            "Withdraws your promotion request",
            "withdraw 12",
            commandArguments -> new Withdraw(RequestNumber.read(commandArguments), commandArguments.reason()),
            (vote, line) -> line.keyword(RequestNumber.print(vote.request())).because(vote.because()));
}
