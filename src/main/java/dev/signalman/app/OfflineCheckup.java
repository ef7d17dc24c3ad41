package dev.signalman.app;

import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Stage;
import dev.signalman.app.checks.JavaRuntime;
import dev.signalman.app.config.Configuration;
import dev.signalman.checkup.CheckContext;
import dev.signalman.checkup.CheckResult;
import dev.signalman.checkup.Checkup;
import dev.signalman.engine.timing.BotTempo;
import dev.signalman.slack.outbound.SlackConnection;
import dev.signalman.storage.ClosedDatabaseException;
import dev.signalman.storage.Database;
import dev.signalman.storage.DatabaseAddress;
import dev.signalman.storage.DatabaseOpenResult;
import dev.signalman.storage.StorageModule;
import java.time.InstantSource;
import java.util.List;

/** Runs the checks without starting a bot: nothing is served, worked on, created or migrated. */
public final class OfflineCheckup {
    private OfflineCheckup() {}

    public static List<CheckResult> of(Configuration configuration, InstantSource clock, JavaRuntime javaRuntime)
            throws InterruptedException {
        var databaseOpenResult = look(configuration.database());
        try {
            var parts = parts(configuration, clock, javaRuntime, databaseOpenResult);
            try {
                return parts.getInstance(Checkup.class).look(CheckContext.COMMAND_LINE);
            } finally {
                parts.getInstance(SlackConnection.class).close();
            }
        } finally {
            if (databaseOpenResult instanceof DatabaseOpenResult.Open open) {
                open.database().close();
            }
        }
    }

    private static Injector parts(
            Configuration configuration,
            InstantSource clock,
            JavaRuntime javaRuntime,
            DatabaseOpenResult databaseOpenResult) {
        // in this stage Guice creates nothing before it is requested, so nothing that works on the database
        return Guice.createInjector(
                Stage.DEVELOPMENT,
                BotModules.of(
                        configuration,
                        clock,
                        () -> "doctor",
                        BotTempo.USUAL,
                        new StorageModule(databaseOpenResult),
                        javaRuntime));
    }

    private static DatabaseOpenResult look(DatabaseAddress address) {
        try {
            return new DatabaseOpenResult.Open(Database.look(address));
        } catch (ClosedDatabaseException closed) {
            return new DatabaseOpenResult.Closed(closed);
        }
    }
}
