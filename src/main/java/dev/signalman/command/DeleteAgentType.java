package dev.signalman.command;

/** Deletes a type of self-hosted agents. */
public record DeleteAgentType(String name) implements Command {
    /** The verb. */
    public static final Verb<DeleteAgentType> VERB = new Verb<>(
            "agents delete",
            Verb.Kind.ACTS,
            43,
            "<type>",
            "Deletes a self-hosted agent type",
            "agents delete s1-linux",
            commandArguments -> new DeleteAgentType(commandArguments.name("agent type")),
            (command, line) -> line.name(command.name()));
}
