package dev.signalman.command;

/** Asks which promotions were triggered from a pipeline, and which are known to exist. */
public record ListPromotions(Subject subject) implements Command {
    /** The verb. */
    public static final Verb<ListPromotions> VERB = new Verb<>(
            "promotions",
            Verb.Kind.ASKS,
            23,
            "[subject]",
            "Lists what was promoted from a pipeline, and what can be",
            "promotions web@main",
            commandArguments -> new ListPromotions(commandArguments.subject()),
            (command, line) -> line.subject(command.subject()));
}
