package dev.signalman.storage;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where the database is. Its password never shows in {@link #toString()}.
 *
 * @param jdbcUrl as the driver wants it
 * @param user null where the URL says it, or there is none
 */
public record DatabaseAddress(
        String jdbcUrl, @Nullable String user, @Nullable String password) {
    /** Of the file beside that of the database, which says who wrote it. */
    static final String VERSION_ENDING = ".version";

    private static final String H2_FILE = "jdbc:h2:async:";

    /**
     * What H2 needs, seen by trying: through {@code async:} its file stays open when a thread that writes is interrupted; without
     * {@code WRITE_DELAY=0} it loses committed rows when the process is killed; and unless told otherwise it closes itself when
     * the process is asked to end, while work is still being brought to its end. That cannot be told together with
     * {@code AUTO_SERVER}, so a second process cannot open the file meanwhile. It keeps but eight statements parsed
     * for each connection, fewer than one question takes. It keeps no log of its own: what it says there it also throws, and where
     * the folder cannot be written, it would print a stack trace for its log and another for the database. What is not used any more
     * is overwritten after three seconds instead of 45, since {@link FileCompaction} flushes the file to the disk each second; and when
     * it is closed it may take two seconds instead of 0.2 to make itself small.
     */
    private static final String H2_SETTINGS =
            ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;WRITE_DELAY=0;LOCK_TIMEOUT=1000"
                    + ";QUERY_CACHE_SIZE=64;TRACE_LEVEL_FILE=0;RETENTION_TIME=3000;MAX_COMPACT_TIME=2000";

    /** The embedded database in a file, {@code path} without its suffix. */
    public static DatabaseAddress file(String path) {
        return new DatabaseAddress(H2_FILE + path + H2_SETTINGS + ";DB_CLOSE_ON_EXIT=FALSE", "sa", "");
    }

    /** An embedded database that is gone with the process. */
    public static DatabaseAddress memory(String name) {
        return new DatabaseAddress("jdbc:h2:mem:" + name + H2_SETTINGS + ";DB_CLOSE_DELAY=-1", "sa", "");
    }

    /**
     * Reads {@code DATABASE_URL}, with TLS to any other machine unless it says {@code sslmode=disable}: {@code jdbc:postgresql://…} or {@code postgres://user:password@host:port/db}; null or blank for
     * the embedded database under {@code data/}.
     *
     * @throws IllegalArgumentException when it is neither; its message does not repeat the URL, which may hold a password
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
                "DATABASE_URL must begin with jdbc:postgresql:// or postgres:// (leave it out for the embedded database)");
    }

    private static DatabaseAddress postgres(String url) {
        URI uri;
        try {
            uri = URI.create(url);
        } catch (IllegalArgumentException malformed) {
            // the cause would repeat the URL, and with it the password
            throw new IllegalArgumentException("DATABASE_URL is not well formed: percent-encode its user and password");
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

    /** The same, but an embedded database that is not there is not made. */
    DatabaseAddress ifThere() {
        return exclusive() ? new DatabaseAddress(jdbcUrl + ";IFEXISTS=TRUE", user, password) : this;
    }

    /** A file beside that of the embedded database, with another ending; null when it has none. */
    public @Nullable Path beside(String ending) {
        return exclusive() ? Path.of(jdbcUrl.substring(H2_FILE.length(), jdbcUrl.indexOf(';')) + ending) : null;
    }

    /** Where the file of the embedded database lies; null when it has none. */
    @Nullable
    Path folder() {
        if (!exclusive()) {
            return null;
        }
        var file = jdbcUrl.substring(H2_FILE.length(), jdbcUrl.indexOf(';'));
        return Path.of(file).getParent();
    }

    /** Whether it is the embedded one. */
    public boolean embedded() {
        return jdbcUrl.startsWith("jdbc:h2:");
    }

    /** Whether one process alone can have it open. */
    public boolean exclusive() {
        return jdbcUrl.startsWith(H2_FILE);
    }

    @Override
    public String toString() {
        return embedded() ? "an embedded H2 database" : "a PostgreSQL database";
    }
}
