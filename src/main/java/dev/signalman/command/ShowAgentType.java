package dev.signalman.command;

/** Asks about one type of self-hosted agents. */
public record ShowAgentType(String name) implements Command {
    /** The verb. */
    public static final Verb<ShowAgentType> VERB = new Verb<>(
            "agents show",
            Verb.Kind.ASKS,
            41,
            "<type>",
            "Shows a self-hosted agent type and each connected agent",
            "agents show s1-linux",
            commandArguments -> new ShowAgentType(commandArguments.name("agent type")),
            (command, line) -> line.name(command.name()));
}
