package dev.signalman.command;

/** Asks which projects the token sees. */
public record ListProjects() implements Command {
    /** The verb. */
    public static final Verb<ListProjects> VERB = new Verb<>(
            "projects",
            Verb.Kind.ASKS,
            11,
            "",
            "Lists the projects that the bot can see",
            "projects",
            commandArguments -> new ListProjects(),
            (projects, line) -> {});
}
