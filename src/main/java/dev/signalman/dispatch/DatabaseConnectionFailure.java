package dev.signalman.dispatch;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;

/** Tells a failure that passes from a bug: the connection to the database broke, or there was none to be had. */
final class DatabaseConnectionFailure {
    private DatabaseConnectionFailure() {}

    /** Whether it is one. Class 08 is the connection; 57P01 to 57P03 are PostgreSQL's that shuts down or starts. */
    static boolean caused(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLTransientConnectionException
                    || cause instanceof SQLNonTransientConnectionException
                    || (cause instanceof SQLException sql
                            && String.valueOf(sql.getSQLState()).matches("08.*|57P0[123]"))) {
                return true;
            }
        }
        return false;
    }
}
