package dev.signalman.command;

/** Creates a type of self-hosted agents. */
public record CreateAgentType(String name) implements Command {
    /** The verb. */
    public static final Verb<CreateAgentType> VERB = new Verb<>(
            "agents create",
            Verb.Kind.ACTS,
            42,
            "<type>",
            "Creates a self-hosted agent type; only you see its token, once",
            "agents create s1-linux",
            commandArguments -> new CreateAgentType(commandArguments.name("agent type")),
            (command, line) -> line.name(command.name()));
}
