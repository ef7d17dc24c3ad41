package dev.signalman.feature.audit;

import dev.signalman.feature.audit.LedgerVerdict.Fault;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Follows the keys of the rows and reports suspicious ones. Anybody who can write to the database can make an unkeyed
 * row. So where a key is known, such rows are a fault, unless a kept head or a keyed adoption row covers them.
 */
final class LedgerKeyHistory {
    private static final String ADOPT = "and run audit adopt --head <n:hash>.";

    private final LedgerHasher ledgerHasher;
    private final long vouchedFor;
    private final Set<String> unknown = new HashSet<>();
    private final List<Bare> runs = new ArrayList<>();
    private final List<LedgerHead> adopted = new ArrayList<>();
    private long keyed;

    /** Rows up to {@code kept}, a head kept elsewhere, are proven whatever their key; null for none. */
    LedgerKeyHistory(LedgerHasher ledgerHasher, @Nullable LedgerHead kept) {
        this.ledgerHasher = ledgerHasher;
        this.vouchedFor = kept == null ? 0 : kept.number();
    }

    /**
     * A run of unkeyed rows.
     *
     * @param before the last keyed row before them; 0 for none
     */
    private record Bare(long first, LedgerHead last, long before) {}

    /** A fault in the key of the next row, regardless of later rows. */
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
            return Optional.of(
                    "Row " + row.number() + " was written by another version of Signalman, which can verify it.");
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
                : Optional.of("Row " + row.number() + " was signed with key " + keyId
                        + ", which isn't configured, so it and others can't be verified. Set that key as "
                        + "SIGNALMAN_ENCRYPTION_KEY, or add it to SIGNALMAN_OLD_ENCRYPTION_KEYS.");
    }

    /** Faults of the unkeyed rows; {@link #take} reports those of all others. */
    List<Fault> end() {
        if (keyed == 0) {
            return runs.isEmpty() || ledgerHasher.current() == null ? List.of() : List.of(none(runs.get(0)));
        }
        return runs.stream().filter(run -> !isAdopted(run)).map(this::fault).toList();
    }

    /** An adoption names the last unkeyed row, so none can be added to the run later. */
    private boolean isAdopted(Bare run) {
        return adopted.stream()
                .anyMatch(head -> head.number() >= run.last().number()
                        && runs.stream().anyMatch(each -> each.last().equals(head)));
    }

    private static Fault none(Bare run) {
        return new Fault(
                run.last().number(),
                "No row has a key, although one is set: someone without it may have written the whole "
                        + "ledger. If you just set the key, take a head of this ledger that you kept elsewhere "
                        + ADOPT);
    }

    private Fault fault(Bare run) {
        boolean one = run.first() == run.last().number();
        var rows = one
                ? "Row " + run.first() + " has"
                : "Rows " + run.first() + " to " + run.last().number() + " have";
        var head = "take a head of row " + run.last().number() + " or later that you kept elsewhere " + ADOPT;
        return run.before() == 0
                ? new Fault(
                        run.first(),
                        rows + " no key, and row " + (run.last().number() + 1)
                                + " has one: they were written before the key was set, or by someone without it. If the key "
                                + "was set then, " + head)
                : new Fault(
                        run.first(),
                        "Row " + run.first() + " has no key, although row " + run.before()
                                + " has one: the key was removed, or someone without it wrote the rows from here on. If the "
                                + "key was removed on purpose, " + head);
    }
}
