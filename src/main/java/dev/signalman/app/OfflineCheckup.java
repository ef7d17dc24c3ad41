package dev.signalman.app;

import dev.signalman.app.checks.JavaRuntime;
import dev.signalman.app.config.Configuration;
import dev.signalman.checkup.CheckContext;
import dev.signalman.checkup.CheckResult;
import dev.signalman.checkup.Checkup;
import java.time.InstantSource;
import java.util.List;

/** Runs the checks without starting a bot: nothing is served, worked on, created or migrated. */
public final class OfflineCheckup {
    private OfflineCheckup() {}

    public static List<CheckResult> of(Configuration configuration, InstantSource clock, JavaRuntime javaRuntime)
            throws InterruptedException {
        try (var parts = OfflineParts.of(configuration, clock, javaRuntime)) {
            return parts.part(Checkup.class).look(CheckContext.COMMAND_LINE);
        }
    }
}
