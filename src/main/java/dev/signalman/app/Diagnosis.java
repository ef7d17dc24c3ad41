package dev.signalman.app;

import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Stage;
import dev.signalman.app.checks.Machine;
import dev.signalman.app.config.Configuration;
import dev.signalman.checkup.Checkup;
import dev.signalman.checkup.Finding;
import dev.signalman.checkup.Occasion;
import dev.signalman.journal.Tempo;
import dev.signalman.slack.outbound.SlackConnection;
import dev.signalman.storage.ClosedDatabaseException;
import dev.signalman.storage.Database;
import dev.signalman.storage.DatabaseAddress;
import dev.signalman.storage.Opening;
import dev.signalman.storage.StorageModule;
import java.time.InstantSource;
import java.util.List;

/** Looks at the surroundings of a bot without starting one: nothing is served, worked on, made or migrated. */
public final class Diagnosis {
    private Diagnosis() {}

    /** All that the checks find. */
    public static List<Finding> of(Configuration configuration, InstantSource clock, Machine machine)
            throws InterruptedException {
        var opening = look(configuration.database());
        try {
            var parts = parts(configuration, clock, machine, opening);
            try {
                return parts.getInstance(Checkup.class).look(Occasion.COMMAND_LINE);
            } finally {
                parts.getInstance(SlackConnection.class).close();
            }
        } finally {
            if (opening instanceof Opening.Open open) {
                open.database().close();
            }
        }
    }

    private static Injector parts(Configuration configuration, InstantSource clock, Machine machine, Opening opening) {
        // in this stage nothing is made before it is asked for, so what works on the database is not made at all
        return Guice.createInjector(
                Stage.DEVELOPMENT,
                Parts.of(configuration, clock, () -> "doctor", Tempo.USUAL, new StorageModule(opening), machine));
    }

    private static Opening look(DatabaseAddress address) {
        try {
            return new Opening.Open(Database.look(address));
        } catch (ClosedDatabaseException closed) {
            return new Opening.Closed(closed);
        }
    }
}
