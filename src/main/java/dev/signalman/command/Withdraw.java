package dev.signalman.command;

import org.jspecify.annotations.Nullable;

/** Takes back a request of one's own.
 *
 * @param request its number
 * @param because the reason given, if any
 */
public record Withdraw(int request, @Nullable String because) implements Command, KeepsButtons {
    /** How it is said. */
    public static final Verb<Withdraw> VERB = new Verb<>(
            "withdraw",
            Verb.Kind.ACTS,
            37,
            "<n> [because …]",
            "Takes back what you asked for",
            "withdraw 12",
            words -> new Withdraw(RequestNumber.read(words), words.reason()),
            (vote, line) -> line.keyword(RequestNumber.print(vote.request())).because(vote.because()));
}
