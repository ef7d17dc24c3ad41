package dev.signalman.command;

/** Asks what this channel is subscribed to. */
public record ListSubscriptions() implements Command, NeedsNoSemaphore {
    /** How it is said. */
    public static final Verb<ListSubscriptions> VERB = new Verb<>(
            "subscriptions",
            Verb.Kind.ASKS,
            52,
            "",
            "What this channel is subscribed to, and by whom",
            "subscriptions",
            commandArguments -> new ListSubscriptions(),
            (list, line) -> {});
}
