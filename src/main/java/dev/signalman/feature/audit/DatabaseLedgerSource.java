package dev.signalman.feature.audit;

import dev.signalman.storage.Database;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The ledger in an open database. */
final class DatabaseLedgerSource implements LedgerSource {
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
        rows.each(taker);
    }

    @Override
    public LedgerVerdict verify(LedgerHasher ledgerHasher, @Nullable LedgerHead kept) {
        return verify(rows, ledgerHasher, kept);
    }

    static LedgerVerdict verify(LedgerReader rows, LedgerHasher ledgerHasher, @Nullable LedgerHead kept) {
        var ledgerVerifier = new LedgerVerifier(ledgerHasher, kept, rows.noted());
        rows.each(ledgerVerifier::take);
        return ledgerVerifier.end();
    }

    @Override
    public void close() {
        database.close();
    }
}
