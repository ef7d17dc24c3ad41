package dev.signalman.storage;

import static java.util.Comparator.comparing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/**
 * This version's migrations, as the build lists them. At most starts, exactly these were applied, and Flyway, which
 * looks for them among all entries of the jar, is not needed. It decides whenever anything differs, and wherever there
 * is no list, as in an editor.
 *
 * @param entries sorted by name
 */
record MigrationList(List<Entry> entries) {
    /** The path of each migration (pom.xml). */
    private static final String LIST = "/dev/signalman/storage/migrations.list";

    /** With Flyway's first row, which some databases have, left out: it is about the table itself. */
    private static final String HISTORY =
            "SELECT script, checksum, type, success FROM \"flyway_schema_history\" WHERE type <> 'TABLE'";

    /**
     * A migration as Flyway's history has it.
     *
     * @param name of its file, without the folder
     * @param checksum Flyway's, or 0 for one that failed or is no SQL
     */
    record Entry(String name, int checksum) {}

    /** The migrations in these folders; empty when there is no list. */
    static MigrationList of(Collection<Migrations> migrations) {
        return MigrationList.class.getResource(LIST) == null
                ? new MigrationList(List.of())
                : of(lines(LIST), migrations);
    }

    /** Those of {@code paths} in these folders. */
    static MigrationList of(Collection<String> paths, Collection<Migrations> migrations) {
        return sorted(paths.stream()
                .filter(path -> migrations.stream().anyMatch(each -> path.startsWith(each.folder() + "/")))
                .map(path -> new Entry(name(path), checksum("/" + path))));
    }

    /** Whether exactly these were applied; false when nobody knows. */
    boolean isApplied(Connection connection) {
        if (entries.isEmpty()) {
            return false;
        }
        var applied = new ArrayList<Entry>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(HISTORY)) {
            while (rows.next()) {
                var done = rows.getBoolean("success") && "SQL".equals(rows.getString("type"));
                applied.add(new Entry(name(rows.getString("script")), done ? rows.getInt("checksum") : 0));
            }
        } catch (SQLException none) {
            return false; // Flyway then makes the history, or says what is wrong with it
        }
        return equals(sorted(applied.stream()));
    }

    private static MigrationList sorted(Stream<Entry> entries) {
        return new MigrationList(entries.sorted(comparing(Entry::name)).toList());
    }

    private static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** As Flyway computes it: without the ends of lines. */
    private static int checksum(String path) {
        var sum = new CRC32();
        lines(path).forEach(line -> sum.update(line.getBytes(StandardCharsets.UTF_8)));
        return (int) sum.getValue();
    }

    private static List<String> lines(String path) {
        try (var stream = MigrationList.class.getResourceAsStream(path)) {
            if (stream == null) {
                throw new IllegalStateException("The list of migrations names " + path + ", which isn't there");
            }
            return new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))
                    .lines()
                    .toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
