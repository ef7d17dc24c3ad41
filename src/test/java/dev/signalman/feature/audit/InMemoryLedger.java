package dev.signalman.feature.audit;

import dev.signalman.feature.audit.LedgerRow.Seal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** An honest ledger in memory, and ways to tamper with it. */
final class InMemoryLedger {
    final List<LedgerRow> rows = new ArrayList<>();

    /** Appends rows with this key. */
    InMemoryLedger goOn(LedgerHasher ledgerHasher, int more) {
        for (int n = 0; n < more; n++) {
            add(ledgerHasher, "run " + (rows.size() + 1));
        }
        return this;
    }

    private void add(LedgerHasher ledgerHasher, String line) {
        rows.add(ledgerHasher.seal(row(rows.size() + 1, line), end().hash()));
    }

    private static LedgerRow row(long number, String line) {
        return new LedgerRow(
                number,
                Instant.EPOCH.plusSeconds(number),
                "act",
                "U0ALICE",
                "Alice",
                null,
                null,
                "C0DEPLOYS",
                null,
                line,
                null,
                "done",
                "",
                new Seal(LedgerRowEncoding.NEWEST, null, "", ""));
    }

    LedgerHead end() {
        return rows.isEmpty() ? LedgerHead.EMPTY : rows.get(rows.size() - 1).head();
    }

    /** The row with this number says something else. */
    void alter(int number, UnaryOperator<LedgerRow> change) {
        rows.set(number - 1, change.apply(rows.get(number - 1)));
    }

    /** Alters a row and its hash. */
    void rewrite(int number, LedgerHasher ledgerHasher) {
        var old = rows.get(number - 1);
        rows.set(number - 1, ledgerHasher.seal(otherLine(old), old.seal().previous()));
    }

    /** The same act by another person. */
    static LedgerRow by(String userId, String userName, LedgerRow row) {
        return new LedgerRow(
                row.number(),
                row.at(),
                row.kind(),
                userId,
                userName,
                row.teamId(),
                row.account(),
                row.channel(),
                row.thread(),
                row.line(),
                row.rules(),
                row.outcome(),
                row.words(),
                row.seal());
    }

    static LedgerRow otherLine(LedgerRow row) {
        return new LedgerRow(
                row.number(),
                row.at(),
                row.kind(),
                row.userId(),
                row.userName(),
                row.teamId(),
                row.account(),
                row.channel(),
                row.thread(),
                row.line() + " on mars",
                row.rules(),
                row.outcome(),
                row.words(),
                row.seal());
    }

    /** Inserts a chained row and renumbers the rows after it. */
    void insert(int number, LedgerHasher ledgerHasher) {
        rows.add(
                number - 1,
                ledgerHasher.seal(
                        row(number, "run rampant"),
                        number == 1
                                ? LedgerHead.EMPTY.hash()
                                : rows.get(number - 2).seal().hash()));
        number(number + 1);
    }

    /** Renumbers rows from this one on. */
    void number(int from) {
        for (int n = from; n <= rows.size(); n++) {
            rows.set(n - 1, rows.get(n - 1).numbered(n));
        }
    }

    /** Rewrites all rows from this one on. */
    void forge(int from, LedgerHasher ledgerHasher) {
        for (int n = from; n <= rows.size(); n++) {
            var previous =
                    n == 1 ? LedgerHead.EMPTY.hash() : rows.get(n - 2).seal().hash();
            rows.set(n - 1, ledgerHasher.seal(n == from ? otherLine(rows.get(n - 1)) : rows.get(n - 1), previous));
        }
    }

    LedgerVerdict verify(LedgerHasher ledgerHasher) {
        return verify(ledgerHasher, null, end());
    }

    LedgerVerdict verify(LedgerHasher ledgerHasher, @Nullable LedgerHead kept, LedgerHead noted) {
        var ledgerVerifier = new LedgerVerifier(ledgerHasher, kept, noted);
        rows.forEach(ledgerVerifier::take);
        return ledgerVerifier.end();
    }
}
