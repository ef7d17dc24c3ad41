package dev.signalman.command;

import java.util.Optional;

/** What a verb means that stands alone although it needs a name or a number: the question what there is to choose. */
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
            case "agents show", "agents delete", "agents disable" -> Optional.of(new ListAgentTypes());
            default -> Optional.empty();
        };
    }
}
