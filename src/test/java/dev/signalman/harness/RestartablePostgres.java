package dev.signalman.harness;

import dev.signalman.storage.DatabaseAddress;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;

/** A PostgreSQL of one's own, which can be stopped and comes back with what it knew, at the same address. */
public final class RestartablePostgres implements AutoCloseable {
    private final Path folder;
    private final int port;
    private EmbeddedPostgres server;

    /** A running one, with its data in {@code folder}. */
    public RestartablePostgres(Path folder) throws IOException {
        this.folder = folder;
        port = FreePort.next();
        server = started();
    }

    private EmbeddedPostgres started() throws IOException {
        return EmbeddedPostgres.builder()
                .setPort(port)
                .setDataDirectory(folder.resolve("data"))
                .setCleanDataDirectory(false)
                .start();
    }

    /** Where it is, while it is there. */
    public DatabaseAddress address() {
        return DatabaseAddress.read(server.getJdbcUrl("postgres", "postgres"));
    }

    /** Breaks all connections off and ends. */
    public void stop() throws IOException {
        server.close();
    }

    /** Comes back. */
    public void startAgain() throws IOException {
        server = started();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
