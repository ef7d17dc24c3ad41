package dev.signalman.command;

/** What the bot says to itself: see how a request that was granted goes on, and show it.
 *
 * @param request its number
 * @param attempt how often it was done already
 */
public record Follow(int request, int attempt) implements Command {
    /** How it is said. */
    public static final Verb<Follow> VERB = new Verb<>(
            "follow",
            Verb.Kind.INTERNAL,
            90,
            "<n> attempt=<n>",
            "Looks how a granted request goes on",
            "follow 12 attempt=0",
            words -> new Follow(RequestNumber.read(words), words.count("attempt")),
            (follow, line) -> line.keyword(RequestNumber.print(follow.request()))
                    .option("attempt", Integer.toString(follow.attempt())));
}
