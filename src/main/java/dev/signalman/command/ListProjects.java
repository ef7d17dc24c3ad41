package dev.signalman.command;

/** Asks which projects the token sees. */
public record ListProjects() implements Command {
    /** How it is said. */
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
