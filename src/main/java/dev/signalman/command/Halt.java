package dev.signalman.command;

/**
 * What the bot says to itself when a deploy that it promoted started another file than the rules name: stop it.
 *
 * @param pipelineId the promoted pipeline
 * @param attempt how often it was looked at already
 */
public record Halt(String pipelineId, int attempt) implements Command {
    /** How it is said. */
    public static final Verb<Halt> VERB = new Verb<>(
            "halt",
            Verb.Kind.INTERNAL,
            95,
            "<pipeline> attempt=<n>",
            "Stops a deploy that started another file than the rules name",
            "halt 3f2b8c1d-52a7-4e0f-9b64-d1c7a90e6f28 attempt=0",
            words -> new Halt(words.name("pipeline"), words.count("attempt")),
            (halt, line) -> line.id(halt.pipelineId()).option("attempt", Integer.toString(halt.attempt())));

    /** For the first time. */
    public Halt(String pipelineId) {
        this(pipelineId, 0);
    }

    /** Once more, to see whether it stopped. */
    public Halt again() {
        return new Halt(pipelineId, attempt + 1);
    }
}
