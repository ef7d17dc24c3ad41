package dev.signalman.command;

/** Asks for the state of a pipeline, workflow or job. */
public record Status(Subject subject) implements Command {
    /** The verb. */
    public static final Verb<Status> VERB = new Verb<>(
            "status",
            Verb.Kind.ASKS,
            20,
            "[subject]",
            "Shows a pipeline, workflow or job",
            "status web@main",
            commandArguments -> new Status(commandArguments.subject()),
            (command, line) -> line.subject(command.subject()));
}
