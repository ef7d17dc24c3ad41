package dev.signalman.command;

/** Asks which types of self-hosted agents there are. */
public record ListAgentTypes() implements Command {
    /** The verb. */
    public static final Verb<ListAgentTypes> VERB = new Verb<>(
            "agents",
            Verb.Kind.ASKS,
            40,
            "",
            "Lists self-hosted agent types",
            "agents",
            commandArguments -> new ListAgentTypes(),
            (agents, line) -> {});
}
