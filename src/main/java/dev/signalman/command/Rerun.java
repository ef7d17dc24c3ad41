package dev.signalman.command;

/** Reruns a whole workflow. */
public record Rerun(Subject subject) implements Command {
    /** The verb. */
    public static final Verb<Rerun> VERB = new Verb<>(
            "rerun",
            Verb.Kind.ACTS,
            31,
            "[subject]",
            "Reruns a whole workflow",
            "rerun web@main",
            commandArguments -> new Rerun(commandArguments.subject()),
            (command, line) -> line.subject(command.subject()));
}
