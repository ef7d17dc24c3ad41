package dev.signalman.command;

/** The command for an invitation of the bot to a channel: asks there, once, what to post. */
public record Invited() implements Command {
    /** The verb. */
    public static final Verb<Invited> VERB = new Verb<>(
            "invited",
            Verb.Kind.INTERNAL,
            93,
            "",
            "Asks a channel which builds to post there",
            "invited",
            commandArguments -> new Invited(),
            (invited, line) -> {});
}
