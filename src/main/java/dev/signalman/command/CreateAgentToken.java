package dev.signalman.command;

import java.util.regex.Pattern;

/**
 * Creates a token with which one program may ask for its owner.
 *
 * @param name the program's name, as cards show it
 */
public record CreateAgentToken(String name) implements Command, NeedsNoSemaphore {
    /** The verb. */
    public static final Verb<CreateAgentToken> VERB = new Verb<>(
            "agent-token create",
            Verb.Kind.ACTS,
            63,
            "<name>",
            "Creates a token for one of your AI agents; only you see it, once",
            "agent-token create release-agent",
            commandArguments -> new CreateAgentToken(named(commandArguments.name("agent"))),
            (command, line) -> line.name(command.name()));

    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,39}");

    /** A name that no card could mistake for a mention, a link or a sentence. */
    private static String named(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new Refusal(
                    "An agent's name has at most 40 letters, digits, hyphens and underscores, and begins with "
                            + "a letter.");
        }
        return name;
    }
}
