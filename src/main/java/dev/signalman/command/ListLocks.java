package dev.signalman.command;

/** Asks for the locks and freezes. */
public record ListLocks() implements Command, NeedsNoSemaphore {
    /** The verb. */
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
