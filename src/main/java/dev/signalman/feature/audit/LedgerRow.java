package dev.signalman.feature.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A row of the ledger as stored. {@link dev.signalman.dispatch.LedgerEntry} explains the columns; here they are texts,
 * so rows of other versions can be read and verified.
 *
 * @param number from 1, increasing by one
 * @param at when it was written, to the microsecond
 * @param seal how it is chained
 */
public record LedgerRow(
        long number,
        Instant at,
        String kind,
        String userId,
        String userName,
        @Nullable String teamId,
        @Nullable String account,
        @Nullable String channel,
        @Nullable String thread,
        String line,
        @Nullable String rules,
        String outcome,
        String words,
        Seal seal) {
    /**
     * Chains a row to the previous one.
     *
     * @param encoding the hashed version of {@link LedgerRowEncoding}
     * @param keyId id of the hash's key; null without a key
     * @param previous the previous row's hash
     * @param hash over everything else, in lower-case hex
     */
    public record Seal(int encoding, @Nullable String keyId, String previous, String hash) {}

    /** The ledger's head after this row. */
    public LedgerHead head() {
        return new LedgerHead(number, seal.hash());
    }

    LedgerRow sealed(Seal other) {
        return with(number, other);
    }

    LedgerRow numbered(long other) {
        return with(other, seal);
    }

    private LedgerRow with(long otherNumber, Seal otherSeal) {
        return new LedgerRow(
                otherNumber,
                at,
                kind,
                userId,
                userName,
                teamId,
                account,
                channel,
                thread,
                line,
                rules,
                outcome,
                words,
                otherSeal);
    }
}
