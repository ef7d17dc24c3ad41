package dev.signalman.command;

/**
 * What the bot says to itself when a hint says that a pipeline may have changed: read it afresh, and show it where that is wanted.
 *
 * @param attempt how often it was looked for already
 */
public record Announce(String pipelineId, int attempt) implements Command {
    /** How it is said. */
    public static final Verb<Announce> VERB = new Verb<>(
            "announce",
            Verb.Kind.INTERNAL,
            92,
            "<pipeline> attempt=<n>",
            "Shows a pipeline where somebody subscribed to it",
            "announce 3f2b8c1d-52a7-4e0f-9b64-d1c7a90e6f28 attempt=0",
            words -> new Announce(words.name("pipeline"), words.count("attempt")),
            (announce, line) -> line.id(announce.pipelineId()).option("attempt", Integer.toString(announce.attempt())));

    /** For the first time. */
    public Announce(String pipelineId) {
        this(pipelineId, 0);
    }
}
