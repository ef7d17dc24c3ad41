package dev.signalman.feature.audit;

import dev.signalman.checkup.Check;
import dev.signalman.checkup.CheckContext;
import dev.signalman.checkup.CheckResult;
import dev.signalman.domain.DurationPhrases;
import dev.signalman.storage.DatabaseOpenResult;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Checks that the ledger's end is unaltered and keyed. It reads only the last rows, since {@code doctor} has to be
 * quick; {@code audit verify} reads all.
 */
final class LedgerCheck implements Check {
    static final String LEDGER = "the ledger";
    private static final int LAST = 200;
    private static final int ADOPTIONS = 10;
    private static final String VERIFY = "Run audit verify to check every row.";

    private final DatabaseOpenResult databaseOpenResult;
    private final LedgerHasher ledgerHasher;
    private final InstantSource clock;

    @Inject
    LedgerCheck(DatabaseOpenResult databaseOpenResult, LedgerHasher ledgerHasher, InstantSource clock) {
        this.databaseOpenResult = databaseOpenResult;
        this.ledgerHasher = ledgerHasher;
        this.clock = clock;
    }

    @Override
    public String about() {
        return LEDGER;
    }

    /** Finds nothing without a ledger or database: other checks report that. */
    @Override
    public List<CheckResult> look(CheckContext checkContext) {
        return databaseOpenResult
                .having("ledger_head")
                .map(database -> look(new LedgerReader(database.jdbi())))
                .orElse(List.of());
    }

    private List<CheckResult> look(LedgerReader rows) {
        var noted = rows.noted();
        var tail = rows.after(noted.number() - LAST, LAST + 1);
        if (tail.isEmpty() && noted.number() == 0) {
            return List.of();
        }
        var found = found(tail, noted);
        return List.of(
                found.state() == CheckResult.State.WRONG
                        ? found
                        : bare(rows, tail).orElse(found));
    }

    /** Unkeyed first or last rows that nobody adopted, although a key is set. */
    private Optional<CheckResult> bare(LedgerReader rows, List<LedgerRow> tail) {
        if (ledgerHasher.current() == null) {
            return Optional.empty();
        }
        long adopted = adopted(rows);
        return Stream.concat(rows.after(0, 1).stream(), tail.stream())
                .filter(row -> row.seal().keyId() == null && row.number() > adopted)
                .findFirst()
                .map(row -> CheckResult.wrong(
                        LEDGER,
                        "Row " + row.number()
                                + " has no key although one is set, and nobody vouched for it. It was written before the key "
                                + "was set, or by someone without the key.",
                        "If the key was set later, run audit adopt --head <n:hash> with a head that you kept elsewhere. "
                                + VERIFY));
    }

    /** The last adopted unkeyed row; 0 for none. */
    private long adopted(LedgerReader rows) {
        return rows.newestOf(AdoptionRow.KIND, ADOPTIONS).stream()
                .flatMap(row -> AdoptionRow.in(row, ledgerHasher).stream())
                .filter(head -> rows.after(head.number() - 1, 1).stream()
                        .anyMatch(row -> row.head().equals(head)
                                && row.seal().keyId() == null
                                && ledgerHasher.fits(row).orElse(false)))
                .mapToLong(LedgerHead::number)
                .max()
                .orElse(0);
    }

    private CheckResult found(List<LedgerRow> tail, LedgerHead noted) {
        LedgerRow before = null;
        for (var row : tail) {
            if (!ledgerHasher.fits(row).orElse(true) || !follows(before, row, noted)) {
                return CheckResult.wrong(
                        LEDGER, "Row " + row.number() + " was altered, or rows before it were.", VERIFY);
            }
            before = row;
        }
        if (before == null || before.number() < noted.number()) {
            return CheckResult.wrong(
                    LEDGER, "Rows are missing at its end: it once had " + noted.number() + ".", VERIFY);
        }
        return sound(tail, before);
    }

    private static boolean follows(@Nullable LedgerRow before, LedgerRow row, LedgerHead noted) {
        return before == null
                ? row.number() == Math.max(1, noted.number() - LAST + 1)
                : row.number() == before.number() + 1
                        && row.seal().previous().equals(before.seal().hash());
    }

    private CheckResult sound(List<LedgerRow> tail, LedgerRow last) {
        long untried =
                tail.stream().filter(row -> ledgerHasher.fits(row).isEmpty()).count();
        var words = last.number() + (last.number() == 1 ? " row" : " rows") + ", the last written "
                + DurationPhrases.ago(Duration.between(last.at(), clock.instant())) + ". ";
        if (untried > 0) {
            return CheckResult.worthALook(
                    LEDGER,
                    words + "Of the last " + tail.size() + ", " + untried
                            + " are signed with a key that isn't configured.",
                    "Add that key to SIGNALMAN_OLD_ENCRYPTION_KEYS.");
        }
        return CheckResult.fine(
                LEDGER,
                words + "The last " + tail.size() + " are intact, and the newest "
                        + (last.seal().keyId() == null
                                ? "has no key. Anyone who can write to the database could rewrite the ledger, unless you keep "
                                        + "a head (audit head)."
                                : "is signed with key " + last.seal().keyId() + "."));
    }
}
