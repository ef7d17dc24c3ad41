package dev.signalman.command;

/**
 * The act that carries out an approved request. It has no handler: people cannot give this command.
 *
 * @param request the request's number
 */
public record Grant(int request) implements Command {
    /** The verb. */
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
