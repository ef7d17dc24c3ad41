package dev.signalman.command;

/** What the bot says to itself when a request's time is over.
 *
 * @param request its number
 */
public record Expire(int request) implements Command {
    /** How it is said. */
    public static final Verb<Expire> VERB = new Verb<>(
            "expire",
            Verb.Kind.INTERNAL,
            90,
            "<n>",
            "Ends a request whose time is over",
            "expire 12",
            words -> new Expire(RequestNumber.read(words)),
            (expire, line) -> line.keyword(RequestNumber.print(expire.request())));
}
