package dev.signalman.harness;

import dev.signalman.storage.DatabaseAddress;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;

/** A separate PostgreSQL that can be stopped and restarted with its data and address. */
public final class RestartablePostgres implements AutoCloseable {
    private final Path folder;
    private final int port;
    private EmbeddedPostgres server;

    /** Starts it with its data in {@code folder}. */
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

    public DatabaseAddress address() {
        return DatabaseAddress.read(server.getJdbcUrl("postgres", "postgres"));
    }

    /** Cuts all connections and stops. */
    public void stop() throws IOException {
        server.close();
    }

    public void startAgain() throws IOException {
        server = started();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
