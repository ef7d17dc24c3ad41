package dev.signalman.command;

import org.jspecify.annotations.Nullable;

/**
 * The bot's own command after a hint that a pipeline may have changed: reads the pipeline and shows it in the
 * subscribed channels.
 *
 * @param author the sender's e-mail address from a notification, never shown; null if unknown
 * @param attempt the number of earlier attempts
 * @param waited whether the command has already waited for a summary of an outage, or need not wait
 */
public record Announce(String pipelineId, @Nullable String author, int attempt, boolean waited) implements Command {
    /** The verb. */
    public static final Verb<Announce> VERB = new Verb<>(
            "announce",
            Verb.Kind.INTERNAL,
            92,
            "<pipeline> [waited] [author=…] attempt=<n>",
            "Posts a pipeline where someone subscribed to it",
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

    /** The first attempt. */
    public Announce(String pipelineId, @Nullable String author) {
        this(pipelineId, author, 0, false);
    }

    /** The next attempt, after the pipeline could not be read. */
    public Announce again() {
        return new Announce(pipelineId, author, attempt + 1, waited);
    }

    /** A copy to run after waiting for the summary. */
    public Announce afterWaiting() {
        return new Announce(pipelineId, author, attempt, true);
    }
}
