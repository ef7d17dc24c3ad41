package dev.signalman.feature.audit;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Follows which rows have which key, and says where that is no good sign. */
final class KeyTrail {
    private final Sealing sealing;
    private final long vouchedFor;
    private final Set<String> unknown = new HashSet<>();
    private long keyed;
    private boolean bare;

    /** Rows up to {@code kept}, a head that somebody kept, are proven by it whatever key they have; null for none. */
    KeyTrail(Sealing sealing, @Nullable Head kept) {
        this.sealing = sealing;
        this.vouchedFor = kept == null ? 0 : kept.number();
    }

    /** What is wrong with the key of the next row. */
    Optional<String> take(LedgerRow row) {
        var keyId = row.seal().keyId();
        boolean bareBefore = bare;
        bare = keyId == null && row.number() > vouchedFor;
        if (keyId != null) {
            keyed = row.number();
        }
        if (row.seal().encoding() != Encoding.NEWEST) {
            return Optional.of("Row " + row.number() + " was written by another version of me, which can verify it.");
        }
        if (keyId != null) {
            return known(row, keyId);
        }
        return bare && !bareBefore && keyed > 0
                ? Optional.of("Row " + row.number() + " has no key, though row " + keyed
                        + " has one: the key was taken away, or somebody without it made the rows from here on. If it was "
                        + "taken away on purpose, give a head that was kept since then.")
                : Optional.empty();
    }

    private Optional<String> known(LedgerRow row, String keyId) {
        return sealing.knows(keyId) || !unknown.add(keyId)
                ? Optional.empty()
                : Optional.of("Row " + row.number() + " was written with the key " + keyId
                        + ", which is not given, so it and others cannot be verified: give that key as "
                        + "SIGNALMAN_ENCRYPTION_KEY, or among SIGNALMAN_OLD_ENCRYPTION_KEYS.");
    }

    /** What is wrong with the keys of all rows together. */
    Optional<String> end() {
        return bare && keyed == 0 && sealing.current() != null
                ? Optional.of(
                        "No row has a key, though one is set: somebody without it may have made the whole ledger. If it was "
                                + "set only now, start serve, which notes it in the ledger, and verify again.")
                : Optional.empty();
    }
}
