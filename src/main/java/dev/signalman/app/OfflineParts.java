package dev.signalman.app;

import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Stage;
import dev.signalman.app.checks.JavaRuntime;
import dev.signalman.app.config.Configuration;
import dev.signalman.engine.timing.BotTempo;
import dev.signalman.slack.outbound.SlackConnection;
import dev.signalman.storage.ClosedDatabaseException;
import dev.signalman.storage.Database;
import dev.signalman.storage.DatabaseAddress;
import dev.signalman.storage.DatabaseOpenResult;
import dev.signalman.storage.StorageModule;
import java.time.InstantSource;

/** Parts of a bot that is not started: nothing is served, worked on, created or migrated. */
final class OfflineParts implements AutoCloseable {
    private final DatabaseOpenResult databaseOpenResult;
    private final Injector parts;

    private OfflineParts(DatabaseOpenResult databaseOpenResult, Injector parts) {
        this.databaseOpenResult = databaseOpenResult;
        this.parts = parts;
    }

    static OfflineParts of(Configuration configuration, InstantSource clock, JavaRuntime javaRuntime) {
        var databaseOpenResult = look(configuration.database());
        try {
            // in this stage Guice creates nothing before it is requested, so nothing that works on the database
            var parts = Guice.createInjector(
                    Stage.DEVELOPMENT,
                    BotModules.of(
                            configuration,
                            clock,
                            () -> "doctor",
                            BotTempo.USUAL,
                            new StorageModule(databaseOpenResult),
                            javaRuntime));
            return new OfflineParts(databaseOpenResult, parts);
        } catch (RuntimeException broken) {
            close(databaseOpenResult);
            throw broken;
        }
    }

    <T> T part(Class<T> type) {
        return parts.getInstance(type);
    }

    @Override
    public void close() {
        try {
            parts.getInstance(SlackConnection.class).close();
        } finally {
            close(databaseOpenResult);
        }
    }

    private static void close(DatabaseOpenResult databaseOpenResult) {
        if (databaseOpenResult instanceof DatabaseOpenResult.Open open) {
            open.database().close();
        }
    }

    private static DatabaseOpenResult look(DatabaseAddress address) {
        try {
            return new DatabaseOpenResult.Open(Database.look(address));
        } catch (ClosedDatabaseException closed) {
            return new DatabaseOpenResult.Closed(closed);
        }
    }
}
