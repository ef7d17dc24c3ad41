package dev.signalman.command;

/** What the bot says to itself: bring the cards of a pipeline up to date wherever they stand, and post none. */
public record Refresh(String pipelineId) implements Command {
    /** How it is said. */
    public static final Verb<Refresh> VERB = new Verb<>(
            "refresh",
            Verb.Kind.INTERNAL,
            91,
            "<pipeline>",
            "Brings the cards of a pipeline up to date wherever they stand",
            "refresh 3f2b8c1d-52a7-4e0f-9b64-d1c7a90e6f28",
            commandArguments -> new Refresh(commandArguments.name("pipeline")),
            (refresh, line) -> line.id(refresh.pipelineId()));
}
