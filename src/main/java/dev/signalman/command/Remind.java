package dev.signalman.command;

/** What the bot says to itself when a request has waited for a while.
 *
 * @param request its number
 */
public record Remind(int request) implements Command {
    /** How it is said. */
    public static final Verb<Remind> VERB = new Verb<>(
            "remind",
            Verb.Kind.INTERNAL,
            90,
            "<n>",
            "Recalls a request that waits",
            "remind 12",
            words -> new Remind(RequestNumber.read(words)),
            (remind, line) -> line.keyword(RequestNumber.print(remind.request())));
}
