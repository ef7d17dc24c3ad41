package dev.signalman.harness;

import dev.signalman.storage.Database;
import dev.signalman.storage.DatabaseAddress;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jdbi.v3.core.Handle;

/** A database's content as text, for searching. */
public final class DatabaseDump {
    private DatabaseDump() {}

    /** All rows of all tables; binary values as bytes. */
    public static String of(DatabaseAddress address) {
        try (var database = Database.look(address)) {
            return database.jdbi().withHandle(handle -> {
                var all = new StringBuilder();
                for (var table : tables(handle)) {
                    all.append(table).append('\n');
                    handle.createQuery("SELECT * FROM \"" + table + "\"")
                            .map((row, context) -> row(row))
                            .forEach(line -> all.append(line).append('\n'));
                }
                return all.toString();
            });
        }
    }

    private static Iterable<String> tables(Handle handle) {
        return handle.createQuery("SELECT table_name FROM information_schema.tables WHERE table_schema = 'public'")
                .mapTo(String.class)
                .list();
    }

    private static String row(ResultSet row) throws SQLException {
        var line = new StringBuilder();
        for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
            var value = row.getObject(i);
            line.append(value instanceof byte[] bytes ? new String(bytes, StandardCharsets.ISO_8859_1) : value)
                    .append('\t');
        }
        return line.toString();
    }

    public static String files(Path folder) throws IOException {
        var all = new StringBuilder();
        try (var files = Files.walk(folder)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                all.append(Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        }
        return all.toString();
    }
}
