package dev.signalman.feature.audit;

import dev.signalman.storage.Database;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The ledger of a database that is open. */
final class StoredLedger implements LedgerSource {
    /** So many rows are read at a time, since the database gives a statement only two seconds. */
    private static final int STEP = 500;

    private final Database database;
    private final LedgerRows rows;

    StoredLedger(Database database) {
        this.database = database;
        this.rows = new LedgerRows(database.jdbi());
    }

    @Override
    public Head head() {
        return rows.head();
    }

    @Override
    public void each(Consumer<LedgerRow> taker) {
        each(rows, taker);
    }

    /** Gives every row; those that are appended meanwhile too. */
    static void each(LedgerRows rows, Consumer<LedgerRow> taker) {
        var step = rows.after(Long.MIN_VALUE, STEP);
        while (!step.isEmpty()) {
            step.forEach(taker);
            step = rows.after(step.get(step.size() - 1).number(), STEP);
        }
    }

    @Override
    public Verdict verify(Sealing sealing, @Nullable Head kept) {
        return verify(rows, sealing, kept);
    }

    static Verdict verify(LedgerRows rows, Sealing sealing, @Nullable Head kept) {
        var verification = new Verification(sealing, kept, rows.noted());
        each(rows, verification::take);
        return verification.end();
    }

    @Override
    public void close() {
        database.close();
    }
}
