package dev.signalman.feature.audit;

import dev.signalman.feature.audit.LedgerVerdict.Fault;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Follows which rows have which key, and says where that is no good sign. Anybody who may write to the database can make a row without a
 * key, so where a key is known such rows are a fault, unless a head that was kept covers them, or a keyed row that adopts them.
 */
final class LedgerKeyHistory {
    private static final String ADOPT = "and run audit adopt --head <n:hash>.";

    private final LedgerHasher ledgerHasher;
    private final long vouchedFor;
    private final Set<String> unknown = new HashSet<>();
    private final List<Bare> runs = new ArrayList<>();
    private final List<LedgerHead> adopted = new ArrayList<>();
    private long keyed;

    /** Rows up to {@code kept}, a head that somebody kept, are proven by it whatever key they have; null for none. */
    LedgerKeyHistory(LedgerHasher ledgerHasher, @Nullable LedgerHead kept) {
        this.ledgerHasher = ledgerHasher;
        this.vouchedFor = kept == null ? 0 : kept.number();
    }

    /**
     * Rows without a key, one after the other.
     *
     * @param before the last row before them that has a key; 0 for none
     */
    private record Bare(long first, LedgerHead last, long before) {}

    /** What is wrong with the key of the next row, whatever comes after it. */
    Optional<String> take(LedgerRow row) {
        var keyId = row.seal().keyId();
        if (keyId == null && row.number() > vouchedFor) {
            bare(row);
        }
        if (keyId != null) {
            keyed = row.number();
            AdoptionRow.in(row, ledgerHasher).ifPresent(adopted::add);
        }
        if (row.seal().encoding() != LedgerRowEncoding.NEWEST) {
            return Optional.of("Row " + row.number() + " was written by another version of me, which can verify it.");
        }
        return keyId == null ? Optional.empty() : known(row, keyId);
    }

    private void bare(LedgerRow row) {
        var open = runs.isEmpty() ? null : runs.get(runs.size() - 1);
        if (open == null || open.last().number() <= keyed) {
            runs.add(new Bare(row.number(), row.head(), keyed));
        } else {
            runs.set(runs.size() - 1, new Bare(open.first(), row.head(), open.before()));
        }
    }

    private Optional<String> known(LedgerRow row, String keyId) {
        return ledgerHasher.knows(keyId) || !unknown.add(keyId)
                ? Optional.empty()
                : Optional.of("Row " + row.number() + " was written with the key " + keyId
                        + ", which is not given, so it and others cannot be verified: give that key as "
                        + "SIGNALMAN_ENCRYPTION_KEY, or among SIGNALMAN_OLD_ENCRYPTION_KEYS.");
    }

    /** What is wrong with the rows that have no key; of all others {@link #take} said it. */
    List<Fault> end() {
        if (keyed == 0) {
            return runs.isEmpty() || ledgerHasher.current() == null ? List.of() : List.of(none(runs.get(0)));
        }
        return runs.stream().filter(run -> !isAdopted(run)).map(this::fault).toList();
    }

    /** What is adopted is named by the last row without a key, so that no row can be added to it. */
    private boolean isAdopted(Bare run) {
        return adopted.stream()
                .anyMatch(head -> head.number() >= run.last().number()
                        && runs.stream().anyMatch(each -> each.last().equals(head)));
    }

    private static Fault none(Bare run) {
        return new Fault(
                run.last().number(),
                "No row has a key, though one is set: somebody without it may have made the whole ledger. If it was "
                        + "set only now, take a head of this ledger that was kept elsewhere, " + ADOPT);
    }

    private Fault fault(Bare run) {
        boolean one = run.first() == run.last().number();
        var rows = one
                ? "Row " + run.first() + " has"
                : "Rows " + run.first() + " to " + run.last().number() + " have";
        var head = "take a head of row " + run.last().number() + " or later that was kept elsewhere, " + ADOPT;
        return run.before() == 0
                ? new Fault(
                        run.first(),
                        rows + " no key, and row " + (run.last().number() + 1)
                                + " has one: they were written before it was set, or somebody without it made them. If it was set "
                                + "only then, " + head)
                : new Fault(
                        run.first(),
                        "Row " + run.first() + " has no key, though row " + run.before()
                                + " has one: the key was taken away, or somebody without it made the rows from here on. If it "
                                + "was taken away on purpose, " + head);
    }
}
