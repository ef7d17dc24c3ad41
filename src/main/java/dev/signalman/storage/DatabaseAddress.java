package dev.signalman.storage;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.h2.store.fs.FilePath;
import org.jspecify.annotations.Nullable;

/**
 * The address of the database. {@link #toString()} never shows the password.
 *
 * @param jdbcUrl as the driver needs it
 * @param user null where the URL contains it, or there is none
 */
public record DatabaseAddress(
        String jdbcUrl, @Nullable String user, @Nullable String password) {
    /** Of the file beside that of the database, which says who wrote it. */
    static final String VERSION_ENDING = ".version";

    private static final String H2_FILE = "jdbc:h2:" + FailStopFilePath.SCHEME + ":async:";

    /**
     * H2's settings, found by experiment. {@link FailStopFilePath} stops writing after a failure; {@code async:} keeps the file open when a writing thread is interrupted.
     * {@code WRITE_DELAY=0} keeps committed rows when the process is killed. {@code DB_CLOSE_ON_EXIT=FALSE} stops H2
     * from closing itself while the bot still drains; it excludes {@code AUTO_SERVER}, so no second process can open
     * the file. {@code QUERY_CACHE_SIZE}: the default of eight parsed statements per connection is less than one
     * question needs. {@code TRACE_LEVEL_FILE=0}: H2 throws what it would log, and on an unwritable folder it would
     * print two stack traces. {@code RETENTION_TIME}: unused space is overwritten after three seconds instead of 45,
     * since {@link FileCompaction} flushes the file each second. {@code MAX_COMPACT_TIME}: closing may take two seconds
     * instead of 0.2 to compact the file.
     */
    private static final String H2_SETTINGS =
            ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;WRITE_DELAY=0;LOCK_TIMEOUT=1000"
                    + ";QUERY_CACHE_SIZE=64;TRACE_LEVEL_FILE=0;RETENTION_TIME=3000;MAX_COMPACT_TIME=2000";

    /** The embedded database in a file; {@code path} has no suffix. */
    public static DatabaseAddress file(String path) {
        FilePath.register(new FailStopFilePath());
        return new DatabaseAddress(H2_FILE + path + H2_SETTINGS + ";DB_CLOSE_ON_EXIT=FALSE", "sa", "");
    }

    /** An embedded database that disappears with the process. */
    public static DatabaseAddress memory(String name) {
        return new DatabaseAddress("jdbc:h2:mem:" + name + H2_SETTINGS + ";DB_CLOSE_DELAY=-1", "sa", "");
    }

    /**
     * Parses {@code DATABASE_URL}: {@code jdbc:postgresql://…} or {@code postgres://user:password@host:port/db}; null
     * or blank for the embedded database under {@code data/}. Connections to another machine use TLS unless it says
     * {@code sslmode=disable}.
     *
     * @throws IllegalArgumentException when it is neither; the message does not repeat the URL, which may contain a
     *     password
     */
    public static DatabaseAddress read(@Nullable String url) {
        if (url == null || url.isBlank()) {
            return file("./data/signalman");
        }
        if (url.startsWith("jdbc:postgresql:")) {
            return new DatabaseAddress(PostgresTls.asked(url), null, null);
        }
        if (url.startsWith("postgres://") || url.startsWith("postgresql://")) {
            return postgres(url);
        }
        throw new IllegalArgumentException(
                "DATABASE_URL must start with jdbc:postgresql:// or postgres:// (remove it for the embedded "
                        + "database)");
    }

    private static DatabaseAddress postgres(String url) {
        URI uri;
        try {
            uri = URI.create(url);
        } catch (IllegalArgumentException malformed) {
            // the cause would repeat the URL with its password
            throw new IllegalArgumentException("DATABASE_URL is not a valid URL: percent-encode its user and password");
        }
        if (uri.getHost() == null || uri.getRawPath().length() < 2) {
            throw new IllegalArgumentException("DATABASE_URL must name a host and a database");
        }
        var port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
        var query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        var login = uri.getRawUserInfo() == null
                ? new String[0]
                : uri.getRawUserInfo().split(":", 2);
        return new DatabaseAddress(
                PostgresTls.asked("jdbc:postgresql://" + uri.getHost() + port + uri.getRawPath() + query),
                login.length > 0 ? decoded(login[0]) : null,
                login.length > 1 ? decoded(login[1]) : null);
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    /** A copy that does not create a missing embedded database. */
    DatabaseAddress ifThere() {
        return exclusive() ? new DatabaseAddress(jdbcUrl + ";IFEXISTS=TRUE", user, password) : this;
    }

    /** A file beside the embedded database's, with another suffix; null if there is no such database. */
    public @Nullable Path beside(String ending) {
        return exclusive() ? Path.of(jdbcUrl.substring(H2_FILE.length(), jdbcUrl.indexOf(';')) + ending) : null;
    }

    /** The embedded database's folder; null if there is none. */
    @Nullable
    Path folder() {
        if (!exclusive()) {
            return null;
        }
        var file = jdbcUrl.substring(H2_FILE.length(), jdbcUrl.indexOf(';'));
        return Path.of(file).getParent();
    }

    public boolean embedded() {
        return jdbcUrl.startsWith("jdbc:h2:");
    }

    /** Whether only one process can have it open. */
    public boolean exclusive() {
        return jdbcUrl.startsWith(H2_FILE);
    }

    @Override
    public String toString() {
        return embedded() ? "Embedded H2" : "PostgreSQL";
    }
}
