package dev.signalman.app.checks;

import dev.signalman.app.config.ConfigurationReloader;
import dev.signalman.app.config.ReloadStatus;
import dev.signalman.checkup.Check;
import dev.signalman.checkup.CheckContext;
import dev.signalman.checkup.CheckResult;
import dev.signalman.domain.UtcMinute;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Checks that the current configuration is the one that was read last. */
final class ConfigurationCheck implements Check {
    private static final String CONFIGURATION = "configuration";
    private static final int MOST = 5;

    private final ConfigurationReloader reload;

    @Inject
    ConfigurationCheck(ConfigurationReloader reload) {
        this.reload = reload;
    }

    @Override
    public String about() {
        return CONFIGURATION;
    }

    @Override
    public List<CheckResult> look(CheckContext checkContext) {
        var last = reload.last();
        var checkResults = new ArrayList<>(faults(last));
        if (!last.waiting().isEmpty()) {
            checkResults.add(CheckResult.worthALook(
                    CONFIGURATION,
                    "Changed since the start, and only read at a restart: " + String.join(", ", last.waiting()) + ".",
                    "Restart Signalman, or undo the change."));
        }
        return checkResults.isEmpty()
                ? List.of(CheckResult.fine(CONFIGURATION, "Loaded at " + time(last.since()) + "."))
                : List.copyOf(checkResults);
    }

    private static List<CheckResult> faults(ReloadStatus last) {
        var tried = last.tried();
        if (tried == null) {
            return List.of();
        }
        return last.faults().stream()
                .limit(MOST)
                .map(fault -> CheckResult.wrong(
                        CONFIGURATION + ", " + fault.place(),
                        "It " + fault.sentence() + ". The configuration read at " + time(tried)
                                + " was not used. The one from " + time(last.since()) + " is still active.",
                        "Fix it, run check-config, and send SIGHUP again."))
                .toList();
    }

    private static String time(Instant instant) {
        return UtcMinute.of(instant);
    }
}
