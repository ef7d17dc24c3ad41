package dev.signalman.storage;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;

/** The databases that every store must work on; each call of {@link #fresh} gives an empty one. */
public enum TestDatabase {
    H2 {
        @Override
        public DatabaseAddress fresh() {
            return DatabaseAddress.memory("test" + COUNT.incrementAndGet());
        }
    },
    POSTGRES {
        @Override
        public DatabaseAddress fresh() {
            var name = "test" + COUNT.incrementAndGet();
            try (var connection = Server.ONE.getPostgresDatabase().getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("create database " + name);
            } catch (SQLException failed) {
                throw new IllegalStateException(failed);
            }
            return DatabaseAddress.read(Server.ONE.getJdbcUrl("postgres", name));
        }
    };

    private static final AtomicInteger COUNT = new AtomicInteger();

    /** An empty one for a dialogue: embedded, in a file; of PostgreSQL with {@code -Dsignalman.database=postgres} (CONTRIBUTING.md). */
    public static DatabaseAddress ofDialogue() throws IOException {
        if (System.getProperty("signalman.database", "h2").equals("postgres")) {
            return POSTGRES.fresh();
        }
        var folder = Files.createTempDirectory("signalman-dialogue");
        return DatabaseAddress.file(folder.resolve("signalman").toAbsolutePath().toString());
    }

    /** An empty database. */
    public abstract DatabaseAddress fresh();

    /** Started when it is first asked for, one for all tests of the process; it ends with the process. */
    private static final class Server {
        static final EmbeddedPostgres ONE = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder().start();
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
    }
}
