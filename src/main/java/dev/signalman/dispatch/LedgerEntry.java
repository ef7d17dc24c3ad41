package dev.signalman.dispatch;

import dev.signalman.domain.Actor;
import dev.signalman.domain.Place;
import org.jspecify.annotations.Nullable;

/**
 * What the ledger keeps of one act. Nothing in it may be a secret.
 *
 * @param who whoever asked for it; with an empty id where Slack knows nobody
 * @param account the account of Semaphore under which it was done, where that is known; null where it is not
 * @param place null where it happened nowhere in Slack
 * @param line the command, pinned to ids as far as that was done
 * @param rules the rules it was judged by, in the words or the JSON of whoever judged; null for none
 * @param words how it ended, in a sentence
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
    /** What it is about. */
    public enum Kind {
        /** A command that changes something. */
        ACT,
        /** Others were asked to agree to a command; it is done when they have. */
        REQUEST,
        /** Somebody agreed to what was asked for. */
        VOTE,
        /** Somebody went ahead alone. */
        GLASS,
        /** Somebody looked at what was promoted alone, and found it right. */
        CLEARANCE,
        /** Something was promoted past the bot, and past rules that it keeps. */
        BYPASS,
        /** The ledger begins with a key, or goes on with another one, or with none. */
        KEY,
        /** Somebody vouched for rows that have no key, with a head that was kept elsewhere. */
        ADOPTION,
        /** The file of rules that is read is another one. */
        RULES,
        /** An act that Semaphore had taken came to nothing afterwards, or nobody can tell whether it did. */
        RESULT
    }

    /** Of a command that somebody gave. */
    public static LedgerEntry act(
            Actor who, Place place, String line, @Nullable String rules, ActResult.State outcome, String words) {
        return new LedgerEntry(Kind.ACT, who, null, place, line, rules, outcome, words);
    }
}
