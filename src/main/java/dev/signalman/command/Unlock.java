package dev.signalman.command;

import org.jspecify.annotations.Nullable;

/**
 * Ends a lock.
 *
 * @param only the lock that is meant by its id, as a button names it, so that no later one is ended; null for whichever holds
 */
public record Unlock(
        String promotion, Subject subject, @Nullable String only) implements Command {
    /** How it is said. */
    public static final Verb<Unlock> VERB = new Verb<>(
            "unlock",
            Verb.Kind.ACTS,
            39,
            "<promotion> [subject]",
            "Ends a lock; of somebody else's it asks first",
            "unlock production web",
            Unlock::read,
            (unlock, line) ->
                    line.name(unlock.promotion()).subject(unlock.subject()).option("only", unlock.only()));

    private static Unlock read(Words words) {
        var only = words.option("only");
        return new Unlock(words.name("promotion"), words.subject(), only);
    }
}
