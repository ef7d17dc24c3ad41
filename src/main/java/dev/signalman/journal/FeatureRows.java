package dev.signalman.journal;

import dev.signalman.dispatch.Row;
import java.sql.SQLException;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;

/** Writes features' rows in the transaction that also records what they came of. */
final class FeatureRows {
    private FeatureRows() {}

    static void write(Handle handle, List<Row> rows) {
        for (var row : rows) {
            try {
                row.write(handle.getConnection());
            } catch (SQLException failed) {
                throw new UnwrittenRowException(failed);
            }
        }
    }

    /** A feature's row was not written, so nothing was. */
    static final class UnwrittenRowException extends JdbiException {
        private static final long serialVersionUID = 1L;

        UnwrittenRowException(SQLException cause) {
            super(cause);
        }
    }
}
