package dev.signalman.command;

/** What the bot says to itself when a broken glass was not cleared for a day.
 *
 * @param request the number of the request on which it was broken
 */
public record Recall(int request) implements Command {
    /** How it is said. */
    public static final Verb<Recall> VERB = new Verb<>(
            "recall",
            Verb.Kind.INTERNAL,
            90,
            "<n>",
            "Recalls a broken glass that nobody has cleared",
            "recall 12",
            words -> new Recall(RequestNumber.read(words)),
            (recall, line) -> line.keyword(RequestNumber.print(recall.request())));
}
