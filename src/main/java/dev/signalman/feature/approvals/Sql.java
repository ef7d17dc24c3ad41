package dev.signalman.feature.approvals;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Writes with the connection of a transaction that somebody else began. */
final class Sql {
    private Sql() {}

    /** Runs a statement; how many rows it changed. */
    static int run(Connection connection, String sql, @Nullable Object... values) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            for (int n = 0; n < values.length; n++) {
                statement.setObject(n + 1, portable(values[n]));
            }
            return statement.executeUpdate();
        }
    }

    private static @Nullable Object portable(@Nullable Object value) {
        if (value instanceof Instant instant) {
            return instant.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
        }
        return value instanceof String text ? text.replace('\0', '\uFFFD') : value;
    }
}
