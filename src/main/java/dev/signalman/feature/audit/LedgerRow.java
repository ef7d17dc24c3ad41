package dev.signalman.feature.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A row of the ledger as it stands in the database, or is about to. What its columns mean is told by the entry it was made of
 * ({@link dev.signalman.dispatch.LedgerEntry}); here they are texts, so that rows of other versions can be read and verified.
 *
 * @param number 1 for the first, and each one higher than the one before
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
     * What chains a row to the one before.
     *
     * @param encoding the version of {@link LedgerRowEncoding} that was hashed
     * @param keyId names the key of the hash; null when it was made without one
     * @param previous the hash of the row before
     * @param hash over everything else, in lower-case hex
     */
    public record Seal(int encoding, @Nullable String keyId, String previous, String hash) {}

    /** Where a ledger ends after this row. */
    public LedgerHead head() {
        return new LedgerHead(number, seal.hash());
    }

    /** The same with another seal. */
    LedgerRow sealed(Seal other) {
        return with(number, other);
    }

    /** The same with another number. */
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
