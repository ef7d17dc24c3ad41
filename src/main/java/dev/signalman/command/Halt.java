package dev.signalman.command;

/**
 * What the bot intends when a deploy that it promoted started another file than the rules name: stop it. It has no handler, so that nobody
 * can say it.
 *
 * @param pipelineId the promoted pipeline
 */
public record Halt(String pipelineId) implements Command {
    /** How it is said. */
    public static final Verb<Halt> VERB = new Verb<>(
            "halt",
            Verb.Kind.INTERNAL,
            95,
            "<pipeline>",
            "Stops a deploy that started another file than the rules name",
            "halt 3f2b8c1d-52a7-4e0f-9b64-d1c7a90e6f28",
            commandArguments -> new Halt(commandArguments.name("pipeline")),
            (halt, line) -> line.id(halt.pipelineId()));
}
