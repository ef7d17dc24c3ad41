package dev.signalman.command;

/** Repeats the failed jobs of a pipeline. */
public record Rebuild(Subject subject) implements Command {
    /** The verb. */
    public static final Verb<Rebuild> VERB = new Verb<>(
            "rebuild",
            Verb.Kind.ACTS,
            32,
            "[subject]",
            "Reruns only the failed jobs of a pipeline",
            "rebuild web@main",
            commandArguments -> new Rebuild(commandArguments.subject()),
            (command, line) -> line.subject(command.subject()));
}
