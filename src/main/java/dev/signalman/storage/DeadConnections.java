package dev.signalman.storage;

import com.zaxxer.hikari.SQLExceptionOverride;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;

/**
 * Tells the pool which connections are permanently broken. The pool knows SQLSTATE class 08. H2 has its own codes for a
 * database that it closed, say after a disk error, and the pool does not test connections that are used often.
 */
final class DeadConnections implements SQLExceptionOverride {
    @java.lang.Override // the interface declares a type named Override
    public Override adjudicate(SQLException failed) {
        return failed instanceof SQLNonTransientConnectionException ? Override.MUST_EVICT : Override.CONTINUE_EVICT;
    }
}
