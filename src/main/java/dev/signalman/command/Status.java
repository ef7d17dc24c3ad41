package dev.signalman.command;

/** Asks how a pipeline, workflow or job stands. */
public record Status(Subject subject) implements Command {
    /** How it is said. */
    public static final Verb<Status> VERB = new Verb<>(
            "status",
            Verb.Kind.ASKS,
            20,
            "[subject]",
            "How a pipeline, a workflow or a job stands",
            "status web@main",
            commandArguments -> new Status(commandArguments.subject()),
            (command, line) -> line.subject(command.subject()));
}
