package dev.signalman.storage;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * The databases that every store must support. {@link #fresh} returns an empty one; {@link #migrated} one with tables,
 * which are created once per process and then copied.
 */
public enum TestDatabase {
    /** Embedded, in memory. */
    H2 {
        @Override
        public DatabaseAddress fresh() {
            return DatabaseAddress.memory(unused());
        }

        @Override
        DatabaseAddress copy(Set<Migrations> migrations) {
            var script = SCRIPTS.computeIfAbsent(migrations, this::script);
            var copy = fresh();
            try (var connection = connect(copy);
                    var statement = connection.createStatement()) {
                for (var each : script) {
                    statement.execute(each);
                }
            } catch (SQLException failed) {
                throw new IllegalStateException(failed);
            }
            return copy;
        }

        @Override
        void remove(DatabaseAddress address) throws IOException {
            var folder = Objects.requireNonNull(address.folder());
            try (var files = Files.walk(folder)) {
                for (var each : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(each);
                }
            }
        }

        private List<String> script(Set<Migrations> migrations) {
            var template = fresh();
            Database.open(template, migrations).close();
            var script = new ArrayList<String>();
            try (var connection = connect(template);
                    var statement = connection.createStatement();
                    var lines = statement.executeQuery("script nopasswords nosettings")) {
                while (lines.next()) {
                    var line = lines.getString(1);
                    if (!line.startsWith("CREATE USER")) { // each database already has that user
                        script.add(line);
                    }
                }
            } catch (SQLException failed) {
                throw new IllegalStateException(failed);
            }
            return List.copyOf(script);
        }
    },
    POSTGRES {
        @Override
        public DatabaseAddress fresh() {
            return created("");
        }

        @Override
        DatabaseAddress copy(Set<Migrations> migrations) {
            var template = TEMPLATES.computeIfAbsent(migrations, wanted -> {
                var made = fresh();
                OF_TESTS.get().remove(made); // it is kept for all tests
                Database.open(made, wanted).close();
                return nameOf(made);
            });
            return created(" template " + template + " strategy file_copy");
        }

        private DatabaseAddress created(String like) {
            var name = unused();
            try (var connection = Server.ONE.getPostgresDatabase().getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("create database " + name + like);
            } catch (SQLException failed) {
                throw new IllegalStateException(failed);
            }
            var address = DatabaseAddress.read(Server.ONE.getJdbcUrl("postgres", name));
            OF_TESTS.get().add(address);
            return address;
        }

        @Override
        void remove(DatabaseAddress address) throws SQLException {
            try (var connection = Server.ONE.getPostgresDatabase().getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("drop database if exists " + nameOf(address) + " with (force)");
            }
        }
    };

    /** The migrations of all packages. */
    private static final Migrations ALL = new Migrations("dev/signalman");

    /** Scripts that create an H2 database with these tables. */
    private static final Map<Set<Migrations>, List<String>> SCRIPTS = new ConcurrentHashMap<>();

    /** PostgreSQL template databases with these tables. */
    private static final Map<Set<Migrations>, String> TEMPLATES = new ConcurrentHashMap<>();

    private static final Set<DatabaseAddress> WITH_TABLES = ConcurrentHashMap.newKeySet();
    private static final Set<DatabaseAddress> OF_DIALOGUES = ConcurrentHashMap.newKeySet();
    private static final AtomicInteger COUNT = new AtomicInteger();

    /** The PostgreSQL databases of the test that this thread runs; {@link PostgresCleanup} removes them. */
    private static final ThreadLocal<List<DatabaseAddress>> OF_TESTS = ThreadLocal.withInitial(ArrayList::new);

    /** What {@code -Dsignalman.database} names: {@code postgres}, or {@code h2} as when nothing is named. */
    private static TestDatabase usual() {
        return valueOf(System.getProperty("signalman.database", "h2").toUpperCase(Locale.ROOT));
    }

    static Stream<TestDatabase> ofStores() {
        return Stream.of(usual());
    }

    /**
     * A database for a dialogue, with all tables: an embedded one in a file, or PostgreSQL with
     * {@code -Dsignalman.database=postgres} (CONTRIBUTING.md).
     */
    public static DatabaseAddress ofDialogue() throws IOException {
        var address = usual() == POSTGRES ? POSTGRES.whole() : file();
        OF_DIALOGUES.add(address);
        return address;
    }

    private static DatabaseAddress file() throws IOException {
        var path = Files.createTempDirectory("signalman-dialogue").resolve("signalman");
        layOut(path);
        var address = writtenLater(DatabaseAddress.file(path.toAbsolutePath().toString()));
        WITH_TABLES.add(address);
        return address;
    }

    /** Puts an embedded database with all tables and no row at {@code path}, which has no suffix. */
    public static void layOut(Path path) throws IOException {
        Files.copy(TemplateFile.ONE, path.resolveSibling(path.getFileName() + ".mv.db"));
    }

    /** Commits reach the file a little later, since nobody kills the process of a dialogue; writing each at once is a tenth of all work. */
    private static DatabaseAddress writtenLater(DatabaseAddress file) {
        return new DatabaseAddress(
                file.jdbcUrl().replace(";WRITE_DELAY=0;", ";WRITE_DELAY=200;"), file.user(), file.password());
    }

    /** An empty database with a whole bot's tables. */
    public DatabaseAddress whole() {
        return migrated(ALL);
    }

    /** Opens a database for a whole bot, and creates its tables if needed. */
    public static Database openWhole(DatabaseAddress address) {
        return open(address, ALL);
    }

    /** Opens a database, and creates these tables if needed. */
    public static Database open(DatabaseAddress address, Migrations migrations) {
        return WITH_TABLES.contains(address) ? Database.ready(address) : Database.open(address, List.of(migrations));
    }

    /** A database without tables. */
    public abstract DatabaseAddress fresh();

    /** A database with these tables, and no row. */
    public DatabaseAddress migrated(Migrations... migrations) {
        var copy = copy(Set.of(migrations));
        WITH_TABLES.add(copy);
        return copy;
    }

    abstract DatabaseAddress copy(Set<Migrations> migrations);

    /** Opens an empty database with these tables. */
    public Database open(Migrations... migrations) {
        return Database.ready(migrated(migrations));
    }

    /**
     * Deletes a database of {@link #ofDialogue} with its folder; otherwise thousands would stay behind. Other databases
     * belong to their creators.
     */
    public static void gone(DatabaseAddress address) {
        if (!OF_DIALOGUES.remove(address)) {
            return;
        }
        try {
            (address.embedded() ? H2 : POSTGRES).remove(address);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** A test begins on this thread, or a class with one instance for all its tests. */
    static void begin() {
        OF_TESTS.get().clear();
    }

    /** It is over: removes the PostgreSQL databases that it made. */
    static void end() throws IOException, SQLException {
        for (var each : OF_TESTS.get()) {
            POSTGRES.remove(each);
        }
        OF_TESTS.get().clear();
    }

    abstract void remove(DatabaseAddress address) throws IOException, SQLException;

    private static String nameOf(DatabaseAddress address) {
        return address.jdbcUrl().replaceFirst("\\?.*", "").replaceFirst(".*/", "");
    }

    private static String unused() {
        return "test" + COUNT.incrementAndGet();
    }

    private static Connection connect(DatabaseAddress address) throws SQLException {
        return DriverManager.getConnection(address.jdbcUrl(), address.user(), address.password());
    }

    /** Created on first use. */
    private static final class TemplateFile {
        static final Path ONE = make();

        private static Path make() {
            try {
                var path = Files.createTempDirectory("signalman-template").resolve("signalman");
                Database.open(DatabaseAddress.file(path.toAbsolutePath().toString()), List.of(ALL))
                        .close();
                return path.resolveSibling("signalman.mv.db");
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
    }

    /** Started when it is first asked for, one for all tests of the process; it ends with the process. Nothing of it outlives the tests. */
    private static final class Server {
        private static final Path MEMORY = Path.of("/dev/shm");
        private static final long ROOM_BYTES = 2L << 30;
        static final EmbeddedPostgres ONE = start();

        private static EmbeddedPostgres start() {
            try {
                var server = EmbeddedPostgres.builder()
                        .setServerConfig("max_connections", "500")
                        .setServerConfig("fsync", "off")
                        .setServerConfig("full_page_writes", "off")
                        .setServerConfig("synchronous_commit", "off")
                        .setServerConfig("wal_level", "minimal")
                        .setServerConfig("max_wal_senders", "0");
                if (Files.isWritable(MEMORY) && Files.getFileStore(MEMORY).getUsableSpace() >= ROOM_BYTES) {
                    server.setDataDirectory(Files.createTempDirectory(MEMORY, "signalman-postgres"));
                }
                return server.start();
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
    }
}
