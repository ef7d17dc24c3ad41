package dev.signalman.command;

/** Asks which tokens for programs the asker has. */
public record ListAgentTokens() implements Command, NeedsNoSemaphore {
    /** The verb. */
    public static final Verb<ListAgentTokens> VERB = new Verb<>(
            "agent-token",
            Verb.Kind.ASKS,
            62,
            "",
            "Lists your tokens for AI agents",
            "agent-token",
            commandArguments -> new ListAgentTokens(),
            (tokens, line) -> {});
}
