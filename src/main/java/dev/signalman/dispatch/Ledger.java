package dev.signalman.dispatch;

import java.util.List;
import org.jdbi.v3.core.Handle;

/** The permanent record of all acts. */
public interface Ledger {
    /**
     * Appends entries in the transaction of {@code handle}. This locks the end of the ledger for all instances until
     * the transaction ends, so call it last.
     *
     * @return the number of the last appended row; 0 for none
     */
    long append(Handle handle, List<LedgerEntry> entries);
}
