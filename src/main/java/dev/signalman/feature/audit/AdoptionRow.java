package dev.signalman.feature.audit;

import java.util.Optional;

/** A row of the ledger that vouches for rows without a key. */
final class AdoptionRow {
    static final String KIND = "adoption";

    /** What its line begins with; the head follows. */
    static final String LINE = "audit adopt --head ";

    private AdoptionRow() {}

    /** The head that a row adopts; empty unless it is such a row, written with a key that is given. */
    static Optional<LedgerHead> in(LedgerRow row, LedgerHasher ledgerHasher) {
        if (!row.kind().equals(KIND)
                || row.seal().keyId() == null
                || !row.line().startsWith(LINE)
                || !ledgerHasher.fits(row).orElse(false)) {
            return Optional.empty();
        }
        try {
            return Optional.of(LedgerHead.read(row.line().substring(LINE.length())));
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }
}
