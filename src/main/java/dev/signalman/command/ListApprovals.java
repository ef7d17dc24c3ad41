package dev.signalman.command;

/** Asks for the requests that wait for approval. */
public record ListApprovals() implements Command, NeedsNoSemaphore {
    /** The verb. */
    public static final Verb<ListApprovals> VERB = new Verb<>(
            "approvals",
            Verb.Kind.ASKS,
            28,
            "",
            "Lists what is waiting for approval",
            "approvals",
            commandArguments -> new ListApprovals(),
            (list, line) -> {});
}
