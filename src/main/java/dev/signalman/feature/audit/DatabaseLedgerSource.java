package dev.signalman.feature.audit;

import dev.signalman.storage.Database;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The ledger in an open database. */
final class DatabaseLedgerSource implements LedgerSource {
    /** Rows per query, since a statement may take only two seconds. */
    private static final int STEP = 500;

    private final Database database;
    private final LedgerReader rows;

    DatabaseLedgerSource(Database database) {
        this.database = database;
        this.rows = new LedgerReader(database.jdbi());
    }

    @Override
    public LedgerHead head() {
        return rows.head();
    }

    @Override
    public void each(Consumer<LedgerRow> taker) {
        each(rows, taker);
    }

    /** Passes every row to {@code taker}, including rows appended meanwhile. */
    static void each(LedgerReader rows, Consumer<LedgerRow> taker) {
        var step = rows.after(Long.MIN_VALUE, STEP);
        while (!step.isEmpty()) {
            step.forEach(taker);
            step = rows.after(step.get(step.size() - 1).number(), STEP);
        }
    }

    @Override
    public LedgerVerdict verify(LedgerHasher ledgerHasher, @Nullable LedgerHead kept) {
        return verify(rows, ledgerHasher, kept);
    }

    static LedgerVerdict verify(LedgerReader rows, LedgerHasher ledgerHasher, @Nullable LedgerHead kept) {
        var ledgerVerifier = new LedgerVerifier(ledgerHasher, kept, rows.noted());
        each(rows, ledgerVerifier::take);
        return ledgerVerifier.end();
    }

    @Override
    public void close() {
        database.close();
    }
}
