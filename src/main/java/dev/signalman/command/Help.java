package dev.signalman.command;

import org.jspecify.annotations.Nullable;

/** Asks for help; {@code verb} is null for all verbs, else the words of one that people can use. */
public record Help(@Nullable String verb) implements Command, NeedsNoSemaphore {
    /** The verb. */
    public static final Verb<Help> VERB = new Verb<>(
            "help",
            Verb.Kind.ASKS,
            10,
            "[verb]",
            "Lists the commands, or explains one",
            "help promote",
            commandArguments -> new Help(commandArguments.rest()),
            (help, line) -> line.words(help.verb()));
}
