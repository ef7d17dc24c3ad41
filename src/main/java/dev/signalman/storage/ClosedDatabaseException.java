package dev.signalman.storage;

import java.sql.SQLException;

/** The database could not be opened: it is not reached, refuses the login, is in use by another process, or cannot be migrated. */
public final class ClosedDatabaseException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Tells why, in one line: what the driver says. */
    ClosedDatabaseException(Throwable cause) {
        super(driversWords(cause), cause);
    }

    private static String driversWords(Throwable cause) {
        var words = String.valueOf(cause.getMessage());
        for (Throwable inner = cause; inner != null; inner = inner.getCause()) {
            if (inner instanceof SQLException) {
                words = String.valueOf(inner.getMessage());
            }
        }
        return words.replaceAll("\\s+", " ").strip();
    }
}
