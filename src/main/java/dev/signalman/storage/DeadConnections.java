package dev.signalman.storage;

import com.zaxxer.hikari.SQLExceptionOverride;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;

/**
 * Tells the pool which connections will never work again. It knows SQLSTATE class 08 by itself; H2 says in its own numbers that
 * it closed the database, say after an error of the disk, and a connection that is used often would not be tried and found dead.
 */
final class DeadConnections implements SQLExceptionOverride {
    @java.lang.Override // the interface has an Override of its own
    public Override adjudicate(SQLException failed) {
        return failed instanceof SQLNonTransientConnectionException ? Override.MUST_EVICT : Override.CONTINUE_EVICT;
    }
}
