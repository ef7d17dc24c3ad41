package dev.signalman.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
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
        var file = address.beside(".mv.db");
        var mark = address.beside(DatabaseAddress.VERSION_ENDING);
        if (file == null || mark == null || !Files.exists(file) || !Files.exists(mark)) {
            return;
        }
        try (var connection = DriverManager.getConnection(address.jdbcUrl(), address.user(), address.password())) {
            long is = store(connection.unwrap(JdbcConnection.class)).getCurrentVersion();
            long was = new FileVersion(mark).noted();
            if (is < was) {
                throw new ClosedDatabaseException(
                        ClosedDatabaseException.Kind.FELL_BACK,
                        file + " is older than the state that Signalman last wrote: step " + is + " of " + was);
            }
        } catch (SQLException | IOException closed) {
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
