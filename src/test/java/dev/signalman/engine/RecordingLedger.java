package dev.signalman.engine;

import dev.signalman.dispatch.Ledger;
import dev.signalman.dispatch.LedgerEntry;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jdbi.v3.core.Handle;

/** Records the entries; can be made to fail. */
final class RecordingLedger implements Ledger {
    final List<LedgerEntry> entries = new CopyOnWriteArrayList<>();
    volatile boolean full;

    @Override
    public long append(Handle handle, List<LedgerEntry> more) {
        if (full) {
            throw new IllegalStateException(new java.sql.SQLException("the ledger is full"));
        }
        entries.addAll(more);
        return entries.size();
    }
}
