package dev.signalman.command;

/** Starts a whole workflow anew. */
public record Rerun(Subject subject) implements Command {
    /** How it is said. */
    public static final Verb<Rerun> VERB = new Verb<>(
            "rerun",
            Verb.Kind.ACTS,
            31,
            "[subject]",
            "Starts a whole workflow again",
            "rerun web@main",
            commandArguments -> new Rerun(commandArguments.subject()),
            (command, line) -> line.subject(command.subject()));
}
