package dev.signalman.command;

import org.jspecify.annotations.Nullable;

/** Takes back a request of one's own.
 *
 * @param request its number
 * @param because the reason given, if any
 */
public record Withdraw(int request, @Nullable String because) implements Command, KeepsCardButtons {
    /** How it is said. */
    public static final Verb<Withdraw> VERB = new Verb<>(
            "withdraw",
            Verb.Kind.ACTS,
            37,
            "<n> [because …]",
            "Takes back what you asked for",
            "withdraw 12",
            commandArguments -> new Withdraw(RequestNumber.read(commandArguments), commandArguments.reason()),
            (vote, line) -> line.keyword(RequestNumber.print(vote.request())).because(vote.because()));
}
