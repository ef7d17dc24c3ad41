package dev.signalman.dispatch;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Where every act is written down for good. */
public interface Ledger {
    /**
     * Appends, in the transaction of {@code connection}. It holds the end of the ledger until that transaction ends, for all
     * instances, so it is the last thing in it.
     *
     * @return the number of the last row that was appended; 0 for none
     */
    long append(Connection connection, List<Entry> entries) throws SQLException;
}
