package dev.signalman.command;

import org.jspecify.annotations.Nullable;

/**
 * What the bot says to itself when a hint says that a pipeline may have changed: read it afresh, and show it where that is wanted.
 *
 * @param author the address of whom a notification named as the sender, which is never shown; null where none is known
 * @param attempt how often it was looked for already
 * @param waited whether whoever sums up what an outage hid was let go first, or hints at it himself
 */
public record Announce(String pipelineId, @Nullable String author, int attempt, boolean waited) implements Command {
    /** How it is said. */
    public static final Verb<Announce> VERB = new Verb<>(
            "announce",
            Verb.Kind.INTERNAL,
            92,
            "<pipeline> [waited] [author=…] attempt=<n>",
            "Shows a pipeline where somebody subscribed to it",
            "announce 3f2b8c1d-52a7-4e0f-9b64-d1c7a90e6f28 attempt=0",
            Announce::read,
            (announce, line) -> line.id(announce.pipelineId())
                    .flag("waited", announce.waited())
                    .option("author", announce.author())
                    .option("attempt", Integer.toString(announce.attempt())));

    private static Announce read(CommandArguments commandArguments) {
        var pipeline = commandArguments.name("pipeline");
        boolean waited = commandArguments.next("waited");
        return new Announce(pipeline, commandArguments.option("author"), commandArguments.count("attempt"), waited);
    }

    /** For the first time. */
    public Announce(String pipelineId, @Nullable String author) {
        this(pipelineId, author, 0, false);
    }

    /** Once more, since it could not be read. */
    public Announce again() {
        return new Announce(pipelineId, author, attempt + 1, waited);
    }

    /** Once more, and then whoever sums up has had the time for it. */
    public Announce afterWaiting() {
        return new Announce(pipelineId, author, attempt, true);
    }
}
