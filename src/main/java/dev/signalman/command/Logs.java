package dev.signalman.command;

/** Asks for the end of a job's log; for a pipeline, that of its first failed job. */
public record Logs(Subject subject) implements Command {
    /** The verb. */
    public static final Verb<Logs> VERB = new Verb<>(
            "logs",
            Verb.Kind.ASKS,
            25,
            "[job or pipeline]",
            "Shows the end of a job's log, or of a pipeline's first failed job",
            "logs web@main",
            commandArguments -> new Logs(commandArguments.subject()),
            (command, line) -> line.subject(command.subject()));
}
