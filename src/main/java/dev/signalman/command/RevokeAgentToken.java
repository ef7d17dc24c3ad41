package dev.signalman.command;

/** Revokes the asker's token for a program. */
public record RevokeAgentToken(String name) implements Command, NeedsNoSemaphore {
    /** The verb. */
    public static final Verb<RevokeAgentToken> VERB = new Verb<>(
            "agent-token revoke",
            Verb.Kind.ACTS,
            64,
            "<name>",
            "Revokes your token for an agent, at once",
            "agent-token revoke release-agent",
            commandArguments -> new RevokeAgentToken(commandArguments.name("agent")),
            (command, line) -> line.name(command.name()));
}
