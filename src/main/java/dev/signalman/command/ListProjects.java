package dev.signalman.command;

/** Asks which projects the token sees. */
public record ListProjects() implements Command {
    /** The verb. */
    public static final Verb<ListProjects> VERB = new Verb<>(
            "projects",
            Verb.Kind.ASKS,
            11,
            "",
            "The projects that can be seen",
            "projects",
            commandArguments -> new ListProjects(),
            (projects, line) -> {});
}
