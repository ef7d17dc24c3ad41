package dev.signalman.app;

import java.sql.SQLException;
import org.jdbi.v3.core.JdbiException;

/** Explains why an open database has no readable ledger. */
final class LedgerUnavailable {
    private LedgerUnavailable() {}

    static String why(JdbiException failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return why(String.valueOf(sql.getSQLState()), sql);
            }
        }
        return String.valueOf(failed.getMessage());
    }

    /** PostgreSQL and H2 have different codes for a missing table. */
    private static String why(String state, SQLException sql) {
        if (state.equals("42P01") || state.equals("42S02") || state.equals("42S04")) {
            return "its tables are missing or out of date; serve updates them on start";
        }
        if (state.equals("42501")) {
            return "this login can't read the tables ledger and ledger_head";
        }
        return String.valueOf(sql.getMessage()).replaceAll("\\s+", " ").strip();
    }
}
