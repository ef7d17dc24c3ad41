package dev.signalman.command;

/** Creates a type of self-hosted agents. */
public record CreateAgentType(String name) implements Command {
    /** The verb. */
    public static final Verb<CreateAgentType> VERB = new Verb<>(
            "agents create",
            Verb.Kind.ACTS,
            42,
            "<type>",
            "Creates a type of self-hosted agents; its token is shown to you alone, once",
            "agents create s1-linux",
            commandArguments -> new CreateAgentType(commandArguments.name("type of agents")),
            (command, line) -> line.name(command.name()));
}
