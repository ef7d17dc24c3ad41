package dev.signalman.command;

import java.util.Optional;

/**
 * The command for a verb that is typed without the name or number that it needs: it lists what there is to choose from.
 */
final class BareVerb {
    private BareVerb() {}

    /** The question; empty for verbs that need nothing, or of which nothing can be listed. */
    static Optional<Command> of(Verb<?> verb) {
        var words = verb.words();
        if (Choose.VERBS.contains(words)) {
            return Optional.of(new Choose(words, null));
        }
        return switch (words) {
            case "approve", "reject", "withdraw", "break-glass", "review" -> Optional.of(new ListApprovals());
            case "unlock" -> Optional.of(new ListLocks());
            case "unsubscribe" -> Optional.of(new ListSubscriptions());
            case "agent-token revoke" -> Optional.of(new ListAgentTokens());
            case "agents show", "agents delete", "agents disable" -> Optional.of(new ListAgentTypes());
            default -> Optional.empty();
        };
    }
}
