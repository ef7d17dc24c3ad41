package dev.signalman.dispatch;

import dev.signalman.domain.Actor;
import dev.signalman.domain.Place;
import org.jspecify.annotations.Nullable;

/**
 * The ledger's record of one act. It must not contain secrets.
 *
 * @param who the person who asked for it; the id is empty if it is nobody in Slack
 * @param account the Semaphore account that did it; null if unknown
 * @param place null if it did not happen in Slack
 * @param line the command, pinned to ids as far as they were resolved
 * @param rules the rules that were applied, as text or JSON; null for none
 * @param words the result in one sentence
 */
public record LedgerEntry(
        Kind kind,
        Actor who,
        @Nullable String account,
        @Nullable Place place,
        String line,
        @Nullable String rules,
        ActResult.State outcome,
        String words) {
    /** The kind of entry. */
    public enum Kind {
        /** A command that changes something. */
        ACT,
        /** Approval of a command was requested. */
        REQUEST,
        /** Somebody approved a request. */
        VOTE,
        /** Somebody broke the glass. */
        GLASS,
        /** Somebody reviewed and cleared a broken glass. */
        CLEARANCE,
        /** A deploy that asked at the gate was let through, or not. */
        GATE,
        /** Something was promoted past the bot and its rules. */
        BYPASS,
        /** The ledger starts with a key, or changes to another key or to none. */
        KEY,
        /** Somebody confirmed rows without a key, by a head that was kept elsewhere. */
        ADOPTION,
        /** The rules file changed. */
        RULES,
        /** An act that Semaphore had accepted failed afterwards, or its result is unknown. */
        RESULT
    }

    /** An entry for a command. */
    public static LedgerEntry act(
            Actor who,
            @Nullable Place place,
            String line,
            @Nullable String rules,
            ActResult.State outcome,
            String words) {
        return new LedgerEntry(Kind.ACT, who, null, place, line, rules, outcome, words);
    }
}
