package dev.signalman.command;

import org.jspecify.annotations.Nullable;

/**
 * Asks for the last entries of the ledger that concern this channel.
 *
 * @param count the number of entries, from 1 to {@link #MOST}
 * @param before only entries with lower numbers; null for the last ones
 */
public record Audit(int count, @Nullable Long before) implements Command, NeedsNoSemaphore {
    /** The default count. */
    public static final int USUAL = 10;

    /** The largest count. */
    public static final int MOST = 50;

    /** The verb. */
    public static final Verb<Audit> VERB = new Verb<>(
            "audit",
            Verb.Kind.ASKS,
            29,
            "[n]",
            "Shows the latest audit entries for this channel",
            "audit 20",
            commandArguments -> new Audit(commandArguments.number(USUAL, MOST), commandArguments.position("before")),
            (audit, line) -> line.number(audit.count() == USUAL ? null : (long) audit.count())
                    .option(
                            "before",
                            audit.before() == null ? null : audit.before().toString()));
}
