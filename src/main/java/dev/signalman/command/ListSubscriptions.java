package dev.signalman.command;

/** Asks for the subscriptions of this channel. */
public record ListSubscriptions() implements Command, NeedsNoSemaphore {
    /** The verb. */
    public static final Verb<ListSubscriptions> VERB = new Verb<>(
            "subscriptions",
            Verb.Kind.ASKS,
            52,
            "",
            "Lists this channel's subscriptions",
            "subscriptions",
            commandArguments -> new ListSubscriptions(),
            (list, line) -> {});
}
