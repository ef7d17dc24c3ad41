package dev.signalman.dispatch;

import java.sql.Connection;
import java.sql.SQLException;

/** A change to a feature's own tables, made in the transaction that also records what came of the invocation. */
@FunctionalInterface
public interface Row {
    /**
     * Writes with {@code connection}, and neither commits nor closes it.
     *
     * @throws StaleException when what it rests on has changed; then nothing of the invocation is recorded, and it is decided anew
     */
    void write(Connection connection) throws SQLException;
}
