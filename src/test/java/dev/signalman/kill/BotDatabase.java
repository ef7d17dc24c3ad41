package dev.signalman.kill;

import dev.signalman.storage.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** A bot's database, seen from outside; an embedded one only while no bot runs. */
final class BotDatabase {
    /** The bot's DATABASE_URL; empty for the embedded one. */
    final String url;

    private final String jdbcUrl;

    private BotDatabase(String url, String jdbcUrl) {
        this.url = url;
        this.jdbcUrl = jdbcUrl;
    }

    /** A database with all tables and no row for a bot in {@code folder}: creating tables takes a start more than a second. */
    static BotDatabase of(TestDatabase kind, Path folder) throws IOException {
        if (kind == TestDatabase.H2) {
            TestDatabase.layOut(Files.createDirectories(folder.resolve("data")).resolve("signalman"));
            return none(folder);
        }
        var url = kind.whole().jdbcUrl();
        return new BotDatabase(url, url);
    }

    /** The embedded database of a bot in {@code folder}, whose first start creates it. */
    static BotDatabase none(Path folder) {
        var file = folder.resolve("data").resolve("signalman").toAbsolutePath();
        return new BotDatabase("", "jdbc:h2:file:" + file + ";IFEXISTS=TRUE;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE");
    }

    /** The first column of a query's result. */
    List<String> column(String sql) {
        try (var connection = open();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                found.add(String.valueOf(rows.getString(1)));
            }
            return found;
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** Changes rows; returns their number. */
    int change(String sql) {
        try (var connection = open();
                var statement = connection.createStatement()) {
            return statement.executeUpdate(sql);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** Opens a connection. */
    Connection open() throws SQLException {
        return jdbcUrl.startsWith("jdbc:h2:")
                ? DriverManager.getConnection(jdbcUrl, "sa", "")
                : DriverManager.getConnection(jdbcUrl);
    }
}
