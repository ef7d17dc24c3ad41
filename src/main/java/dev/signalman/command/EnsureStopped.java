package dev.signalman.command;

/**
 * What the bot says to itself when a deploy that it promoted started another file than the rules name: see that it stops.
 *
 * @param pipelineId the promoted pipeline
 * @param attempt how often it was looked at already
 */
public record EnsureStopped(String pipelineId, int attempt) implements Command {
    /** How it is said. */
    public static final Verb<EnsureStopped> VERB = new Verb<>(
            "ensure-stopped",
            Verb.Kind.INTERNAL,
            95,
            "<pipeline> attempt=<n>",
            "Sees that a deploy stops that started another file than the rules name",
            "ensure-stopped 3f2b8c1d-52a7-4e0f-9b64-d1c7a90e6f28 attempt=0",
            commandArguments -> new EnsureStopped(commandArguments.name("pipeline"), commandArguments.count("attempt")),
            (ensure, line) -> line.id(ensure.pipelineId()).option("attempt", Integer.toString(ensure.attempt())));

    /** For the first time. */
    public EnsureStopped(String pipelineId) {
        this(pipelineId, 0);
    }

    /** Once more, to see whether it stopped. */
    public EnsureStopped again() {
        return new EnsureStopped(pipelineId, attempt + 1);
    }
}
