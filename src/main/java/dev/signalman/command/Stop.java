package dev.signalman.command;

/** Stops a job, a pipeline or a workflow. */
public record Stop(Subject subject) implements Command {
    /** The verb. */
    public static final Verb<Stop> VERB = new Verb<>(
            "stop",
            Verb.Kind.ACTS,
            33,
            "[subject]",
            "Stops a job, pipeline or workflow",
            "stop pipeline 3f2b8c1d-52a7-4e0f-9b64-d1c7a90e6f28",
            commandArguments -> new Stop(commandArguments.subject()),
            (command, line) -> line.subject(command.subject()));
}
