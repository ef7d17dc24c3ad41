package dev.signalman.command;

/**
 * What the bot says to itself when Slack takes no message in a channel any more.
 *
 * @param channel Slack's id of it
 * @param why what Slack said
 */
public record Pause(String channel, String why) implements Command {
    /** How it is said. */
    public static final Verb<Pause> VERB = new Verb<>(
            "pause",
            Verb.Kind.INTERNAL,
            93,
            "<channel> why=…",
            "Sends nothing to a channel until posting there works again",
            "pause C0BUILDS why=is_archived",
            Pause::read,
            (pause, line) ->
                    line.name(pause.channel()).option("why", pause.why().isBlank() ? null : pause.why()));

    private static Pause read(CommandArguments commandArguments) {
        var why = commandArguments.option("why");
        return new Pause(commandArguments.name("channel"), why == null ? "" : why);
    }
}
