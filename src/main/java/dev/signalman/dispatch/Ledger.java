package dev.signalman.dispatch;

import java.util.List;
import org.jdbi.v3.core.Handle;

/** Where every act is written down for good. */
public interface Ledger {
    /**
     * Appends, in the transaction of {@code handle}. It holds the end of the ledger until that transaction ends, for all
     * instances, so it is the last thing in it.
     *
     * @return the number of the last row that was appended; 0 for none
     */
    long append(Handle handle, List<LedgerEntry> entries);
}
