package dev.signalman.command;

/** What the bot intends when the last vote is in: carry out what was voted on. It has no handler, so that nobody can say it.
 *
 * @param request its number
 */
public record Grant(int request) implements Command {
    /** How it is said. */
    public static final Verb<Grant> VERB = new Verb<>(
            "grant",
            Verb.Kind.INTERNAL,
            90,
            "<n>",
            "Promotes what was approved",
            "grant 12",
            commandArguments -> new Grant(RequestNumber.read(commandArguments)),
            (grant, line) -> line.keyword(RequestNumber.print(grant.request())));
}
