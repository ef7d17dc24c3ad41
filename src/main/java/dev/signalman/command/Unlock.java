package dev.signalman.command;

import org.jspecify.annotations.Nullable;

/**
 * Ends a lock.
 *
 * @param ask whether only to ask the holder to end it
 * @param only the id of the lock to end, from a button, so that no later one is ended; null for the current lock
 */
public record Unlock(
        String promotion,
        Subject subject,
        boolean ask,
        @Nullable String only) implements Command {
    /** The verb. */
    public static final Verb<Unlock> VERB = new Verb<>(
            "unlock",
            Verb.Kind.ACTS,
            39,
            "<promotion> [subject] [ask]",
            "Removes a lock; with \"ask\", asks its holder to",
            "unlock production web",
            Unlock::read,
            (unlock, line) -> line.name(unlock.promotion())
                    .subject(unlock.subject())
                    .flag("ask", unlock.ask())
                    .option("only", unlock.only()));

    private static Unlock read(CommandArguments commandArguments) {
        boolean ask = commandArguments.flag("ask");
        var only = commandArguments.option("only");
        return new Unlock(commandArguments.name("promotion"), commandArguments.subject(), ask, only);
    }
}
