package dev.signalman.command;

import org.jspecify.annotations.Nullable;

/**
 * Asks for help; {@code verb} is null for the most used verbs, {@link #ALL} for all of them, else the words of one that
 * people can use.
 */
public record Help(@Nullable String verb) implements Command, NeedsNoSemaphore {
    /** The word for all verbs; no verb has it. */
    public static final String ALL = "all";

    /** The verb. */
    public static final Verb<Help> VERB = new Verb<>(
            "help",
            Verb.Kind.ASKS,
            10,
            "[verb]",
            "Lists the main commands, or explains one; \"help all\" lists every command",
            "help promote",
            commandArguments -> new Help(commandArguments.rest()),
            (help, line) -> line.words(help.verb()));

    /** Asks for every verb. */
    public static Help all() {
        return new Help(ALL);
    }
}
