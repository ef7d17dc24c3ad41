package dev.signalman.command;

import org.jspecify.annotations.Nullable;

/**
 * Asks for the last entries of the ledger that concern this channel.
 *
 * @param count how many, from 1 to {@link #MOST}
 * @param before only those with lower numbers; null for the last ones
 */
public record Audit(int count, @Nullable Long before) implements Command, NeedsNoSemaphore {
    /** As many as are shown when nothing is said. */
    public static final int USUAL = 10;

    /** As many as may be asked for. */
    public static final int MOST = 50;

    /** How it is said. */
    public static final Verb<Audit> VERB = new Verb<>(
            "audit",
            Verb.Kind.ASKS,
            29,
            "[n]",
            "The last acts that concern this channel: when, who, what, and how it went",
            "audit 20",
            commandArguments -> new Audit(commandArguments.number(USUAL, MOST), commandArguments.position("before")),
            (audit, line) -> line.number(audit.count() == USUAL ? null : (long) audit.count())
                    .option(
                            "before",
                            audit.before() == null ? null : audit.before().toString()));
}
