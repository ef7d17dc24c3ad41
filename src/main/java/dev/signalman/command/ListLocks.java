package dev.signalman.command;

/** Asks what is locked, and when it is frozen. */
public record ListLocks() implements Command, NeedsNoSemaphore {
    /** How it is said. */
    public static final Verb<ListLocks> VERB = new Verb<>(
            "locks",
            Verb.Kind.ASKS,
            28,
            "",
            "What is locked and frozen, until when and why",
            "locks",
            commandArguments -> new ListLocks(),
            (locks, line) -> {});
}
