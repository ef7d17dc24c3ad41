package dev.signalman.feature.audit;

import dev.signalman.dispatch.ActResult;
import dev.signalman.dispatch.LedgerEntry;
import dev.signalman.domain.Actor;
import dev.signalman.storage.Database;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import java.time.InstantSource;
import java.util.List;

/** Records each change of the rules file in the ledger, by name and hash. */
public final class RulesFileChange {
    private static final String KIND = "rules";
    private static final String NONE = "no file";

    private final Provider<Database> database;
    private final LedgerHasher ledgerHasher;
    private final InstantSource clock;

    @Inject
    RulesFileChange(Provider<Database> database, LedgerHasher ledgerHasher, InstantSource clock) {
        this.database = database;
        this.ledgerHasher = ledgerHasher;
        this.clock = clock;
    }

    /**
     * Appends a row, unless the last one says the same.
     *
     * @param file {@code name sha256:hash}, or {@code ""} without a file
     */
    public void note(String file) {
        var line = file.isEmpty() ? NONE : file;
        database.get().inTransaction(handle -> {
            JdbiLedger.lock(handle); // of two simultaneous starts, the second sees the first's row
            var before = last(); // in this transaction: Jdbi reuses the thread's handle
            if (!before.equals(line)) {
                new JdbiLedger(ledgerHasher, clock).append(handle, List.of(entry(line, before)));
            }
            return true;
        });
    }

    private String last() {
        return new LedgerReader(database.get().jdbi())
                .newestOf(KIND, 1).stream().findFirst().map(LedgerRow::line).orElse(NONE);
    }

    private static LedgerEntry entry(String line, String before) {
        var words = line.equals(NONE) ? "The rules file is gone." : "The rules file changed.";
        return new LedgerEntry(
                LedgerEntry.Kind.RULES,
                Actor.ITSELF,
                null,
                null,
                line,
                null,
                ActResult.State.DONE,
                words + " Before: " + before + ".");
    }
}
