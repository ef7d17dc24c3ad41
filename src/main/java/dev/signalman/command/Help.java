package dev.signalman.command;

import org.jspecify.annotations.Nullable;

/** Asks what can be asked; {@code verb} null for all, else the words of one that people can say. */
public record Help(@Nullable String verb) implements Command, NeedsNoSemaphore {
    /** How it is said. */
    public static final Verb<Help> VERB = new Verb<>(
            "help",
            Verb.Kind.ASKS,
            10,
            "[verb]",
            "What can be said, or how one verb is used",
            "help promote",
            commandArguments -> new Help(commandArguments.rest()),
            (help, line) -> line.words(help.verb()));
}
