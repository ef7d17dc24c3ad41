package dev.signalman.feature.audit;

import dev.signalman.feature.audit.LedgerRow.Seal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A ledger in memory, as an honest bot wrote it, and what can be done to it. */
final class Written {
    final List<LedgerRow> rows = new ArrayList<>();

    /** So many rows more, chained with this key. */
    Written goOn(Sealing sealing, int more) {
        for (int n = 0; n < more; n++) {
            add(sealing, "run " + (rows.size() + 1));
        }
        return this;
    }

    private void add(Sealing sealing, String line) {
        rows.add(sealing.seal(row(rows.size() + 1, line), end().hash()));
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
                new Seal(Encoding.NEWEST, null, "", ""));
    }

    Head end() {
        return rows.isEmpty() ? Head.EMPTY : rows.get(rows.size() - 1).head();
    }

    /** The row with this number says something else. */
    void alter(int number, UnaryOperator<LedgerRow> change) {
        rows.set(number - 1, change.apply(rows.get(number - 1)));
    }

    /** The row with this number says something else, and has the hash of that. */
    void rewrite(int number, Sealing sealing) {
        var old = rows.get(number - 1);
        rows.set(number - 1, sealing.seal(otherLine(old), old.seal().previous()));
    }

    /** The same act, of somebody else. */
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

    /** Puts a row in that is chained to the one before, and numbers those after it anew. */
    void insert(int number, Sealing sealing) {
        rows.add(
                number - 1,
                sealing.seal(
                        row(number, "run rampant"),
                        number == 1
                                ? Head.EMPTY.hash()
                                : rows.get(number - 2).seal().hash()));
        number(number + 1);
    }

    /** Numbers rows anew, from this one on. */
    void number(int from) {
        for (int n = from; n <= rows.size(); n++) {
            rows.set(n - 1, rows.get(n - 1).numbered(n));
        }
    }

    /** Makes all rows anew, from this one on. */
    void forge(int from, Sealing sealing) {
        for (int n = from; n <= rows.size(); n++) {
            var previous = n == 1 ? Head.EMPTY.hash() : rows.get(n - 2).seal().hash();
            rows.set(n - 1, sealing.seal(n == from ? otherLine(rows.get(n - 1)) : rows.get(n - 1), previous));
        }
    }

    Verdict verify(Sealing sealing) {
        return verify(sealing, null, end());
    }

    Verdict verify(Sealing sealing, @Nullable Head kept, Head noted) {
        var verification = new Verification(sealing, kept, noted);
        rows.forEach(verification::take);
        return verification.end();
    }
}
