package dev.signalman.storage;

import java.time.Duration;

/**
 * A table whose rows are deleted when they are old.
 *
 * @param chore the name of the chore that does it; it never changes
 * @param column the column with the time from which a row is kept
 */
public record PurgedTable(String chore, String table, String column, Duration kept, Duration every) {
    /** Looks every six hours. */
    public PurgedTable(String chore, String table, String column, Duration kept) {
        this(chore, table, column, kept, Duration.ofHours(6));
    }
}
