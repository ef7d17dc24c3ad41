package dev.signalman.storage;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * The database could not be opened: it is unreachable, rejects the login, is in use by another process, or cannot be
 * migrated.
 */
public final class ClosedDatabaseException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** H2's error code for a file that another process has locked. */
    private static final int LOCKED = 90020;

    /** H2's error code for a corrupt file. */
    private static final int DAMAGED = 90030;

    /** H2's error code for a missing file that must not be created. */
    private static final int NO_FILE = 90146;

    private final Kind kind;

    /** Why it is closed. */
    public enum Kind {
        /** Another process has the embedded database's file open. */
        IN_USE,
        /** The embedded database does not exist yet, and must not be created. */
        NOT_YET,
        REFUSED,
        /** The server has no database of that name. */
        NO_SUCH,
        /** The login may not create or change tables. */
        NOT_OURS,
        /** The server has no TLS, or none that this machine accepts. */
        NO_TLS,
        /** The embedded database's file is damaged. */
        DAMAGED,
        /** The embedded database's file is older than it was: it was cut, damaged or replaced. */
        FELL_BACK,
        /** The embedded database's disk is full. */
        FULL,
        /** The embedded database's folder or file cannot be written or read. */
        UNWRITABLE,
        /** Anything else: no answer, or a failed migration. */
        UNREACHED
    }

    /** Takes the driver's message, as one line. */
    ClosedDatabaseException(Throwable cause) {
        super(driversWords(cause), cause);
        this.kind = kind(drivers(cause));
    }

    ClosedDatabaseException(Kind kind, String words) {
        super(words);
        this.kind = kind;
    }

    /** What to do, if that is the same for every caller; otherwise null. */
    public @Nullable String remedy() {
        return switch (kind) {
            case NO_TLS ->
                "Turn on TLS on the server (ssl = on). On a trusted network, you can instead add "
                        + "sslmode=disable to DATABASE_URL, which sends everything unencrypted.";
            case DAMAGED ->
                "Move data/ aside for analysis, and restore your last backup of it. Without a backup, start "
                        + "with an empty folder: subscriptions, locks, linked tokens and the ledger are lost.";
            case FELL_BACK ->
                "If you restored a backup, delete data/signalman.version and start again. Otherwise restore "
                        + "your last backup of data/: rows at the end of the ledger are missing.";
            case FULL -> "Free at least 1 MiB on that disk and start again. Nothing was changed.";
            case UNWRITABLE ->
                "Make Signalman's user the owner of data/ and its files, and check that the disk isn't "
                        + "mounted read-only. Or set DATABASE_URL to a PostgreSQL database. Nothing was changed.";
            case IN_USE, NOT_YET, REFUSED, NO_SUCH, NOT_OURS, UNREACHED -> null;
        };
    }

    /** Why it is closed. */
    public Kind kind() {
        return kind;
    }

    private static Kind kind(SQLException drivers) {
        var state = String.valueOf(drivers.getSQLState());
        if (drivers.getErrorCode() == LOCKED) {
            return Kind.IN_USE;
        }
        if (drivers.getErrorCode() == DAMAGED) {
            return Kind.DAMAGED;
        }
        if (drivers.getErrorCode() == NO_FILE) {
            return Kind.NOT_YET;
        }
        if (String.valueOf(drivers.getMessage()).contains("SSL")) {
            return Kind.NO_TLS;
        }
        // class 28, 3D000 and 42501 as the SQL standard and PostgreSQL have them
        if (state.startsWith("28")) {
            return Kind.REFUSED;
        }
        return switch (state) {
            case "3D000" -> Kind.NO_SUCH;
            case "42501" -> Kind.NOT_OURS;
            default -> Kind.UNREACHED;
        };
    }

    private static SQLException drivers(Throwable cause) {
        var found = new SQLException(String.valueOf(cause.getMessage()));
        for (Throwable inner = cause; inner != null; inner = inner.getCause()) {
            if (inner instanceof SQLException sql) {
                found = sql;
            }
        }
        return found;
    }

    private static String driversWords(Throwable cause) {
        return String.valueOf(drivers(cause).getMessage())
                .replaceAll("\\s+", " ")
                .strip();
    }
}
