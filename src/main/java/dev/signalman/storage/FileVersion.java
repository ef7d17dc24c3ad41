package dev.signalman.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Objects;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.MVStore;

/**
 * The last known version of the embedded database, in a file beside it. H2 silently opens a cut or damaged file at the
 * last state that it can recover, which may be empty.
 */
record FileVersion(Path path) {
    static FileVersion of(DatabaseAddress address) {
        return new FileVersion(Objects.requireNonNull(address.beside(DatabaseAddress.VERSION_ENDING)));
    }

    /**
     * Checks that the database is at least at the recorded version.
     *
     * @throws ClosedDatabaseException when it is not
     */
    static void check(DatabaseAddress address) {
        if (expected(address) > 0) {
            try {
                connect(address).close();
            } catch (SQLException closed) {
                throw new ClosedDatabaseException(closed);
            }
        }
    }

    /**
     * Connects to a database that is at least at the recorded version.
     *
     * @throws ClosedDatabaseException when it is not
     */
    static Connection connect(DatabaseAddress address) throws SQLException {
        long was = expected(address); // before a missing file is created
        var connection = DriverManager.getConnection(address.jdbcUrl(), address.user(), address.password());
        long is = was == 0 ? 0 : store(connection.unwrap(JdbcConnection.class)).getCurrentVersion();
        if (is < was) {
            connection.close();
            var file = address.beside(".mv.db");
            throw new ClosedDatabaseException(
                    ClosedDatabaseException.Kind.FELL_BACK,
                    file + " is older than the state that Signalman last wrote: step " + is + " of " + was);
        }
        return connection;
    }

    /** The recorded version; 0 without a database or a record. */
    private static long expected(DatabaseAddress address) {
        var file = address.beside(".mv.db");
        var mark = address.beside(DatabaseAddress.VERSION_ENDING);
        if (file == null || mark == null || !Files.exists(file) || !Files.exists(mark)) {
            return 0;
        }
        try {
            return new FileVersion(mark).noted();
        } catch (IOException closed) {
            throw new ClosedDatabaseException(closed);
        }
    }

    static MVStore store(JdbcConnection connection) {
        return ((SessionLocal) connection.getSession()).getDatabase().getStore().getMvStore();
    }

    private long noted() throws IOException {
        var text = Files.readString(path).strip();
        return text.matches("\\d{1,18}") ? Long.parseLong(text) : 0;
    }

    /** Records the version; the record is never ahead of the database. */
    void note(long version) throws IOException {
        var fresh = path.resolveSibling(path.getFileName() + ".new");
        Files.writeString(fresh, version + "\n");
        FilePermissions.closeFile(fresh);
        Files.move(fresh, path, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }
}
