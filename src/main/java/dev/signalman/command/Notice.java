package dev.signalman.command;

/**
 * What the bot says to itself when it saw a promoted pipeline: find out whose promotion that was, and tell when it went past the rules.
 *
 * @param pipelineId the promoted pipeline
 * @param attempt how often it was tried already
 */
public record Notice(String pipelineId, int attempt) implements Command {
    /** How it is said. */
    public static final Verb<Notice> VERB = new Verb<>(
            "notice",
            Verb.Kind.INTERNAL,
            95,
            "<pipeline> attempt=<n>",
            "Finds out whose promotion a pipeline is",
            "notice 3f2b8c1d-52a7-4e0f-9b64-d1c7a90e6f28 attempt=0",
            commandArguments -> new Notice(commandArguments.name("pipeline"), commandArguments.count("attempt")),
            (notice, line) -> line.id(notice.pipelineId()).option("attempt", Integer.toString(notice.attempt())));

    /** For the first time. */
    public Notice(String pipelineId) {
        this(pipelineId, 0);
    }

    /** Once more, since it could not be told yet. */
    public Notice again() {
        return new Notice(pipelineId, attempt + 1);
    }
}
