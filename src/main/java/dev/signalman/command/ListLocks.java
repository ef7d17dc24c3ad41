package dev.signalman.command;

/** Asks for the locks and freezes. */
public record ListLocks() implements Command, NeedsNoSemaphore {
    /** The verb. */
    public static final Verb<ListLocks> VERB = new Verb<>(
            "locks",
            Verb.Kind.ASKS,
            28,
            "",
            "Lists locks and freezes",
            "locks",
            commandArguments -> new ListLocks(),
            (locks, line) -> {});
}
