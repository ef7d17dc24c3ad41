package dev.signalman.command;

/** Asks for the state of a job. */
public record ShowJob(Subject subject) implements Command {
    /** The verb. */
    public static final Verb<ShowJob> VERB = new Verb<>(
            "job",
            Verb.Kind.ASKS,
            24,
            "[subject]",
            "Shows a job: state, machine and duration; of a pipeline, offers its jobs",
            "job 5f1d3c0e-8a4b-4c59-9d27-6b0e2f7a1c34",
            commandArguments -> new ShowJob(commandArguments.subject()),
            (command, line) -> line.subject(command.subject()));
}
