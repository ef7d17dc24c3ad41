package dev.signalman.command;

/**
 * The act that stops a deploy by the bot that started a different file than the rules allow. It has no handler: people
 * cannot give this command.
 *
 * @param pipelineId the promoted pipeline
 */
public record StopWrongDeploy(String pipelineId) implements Command {
    /** The verb. */
    public static final Verb<StopWrongDeploy> VERB = new Verb<>(
            "halt",
            Verb.Kind.INTERNAL,
            95,
            "<pipeline>",
            "Stops a deploy that started a different file than the rules allow",
            "halt 3f2b8c1d-52a7-4e0f-9b64-d1c7a90e6f28",
            commandArguments -> new StopWrongDeploy(commandArguments.name("pipeline")),
            (halt, line) -> line.id(halt.pipelineId()));
}
