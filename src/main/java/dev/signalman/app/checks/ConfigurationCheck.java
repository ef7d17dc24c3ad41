package dev.signalman.app.checks;

import dev.signalman.app.config.ConfigurationReloader;
import dev.signalman.app.config.ReloadStatus;
import dev.signalman.checkup.Check;
import dev.signalman.checkup.CheckContext;
import dev.signalman.checkup.CheckResult;
import dev.signalman.domain.DurationPhrases;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** Checks that the current configuration is the one that was read last. */
final class ConfigurationCheck implements Check {
    private static final String CONFIGURATION = "configuration";
    private static final int MOST = 5;

    private final ConfigurationReloader reload;
    private final InstantSource clock;

    @Inject
    ConfigurationCheck(ConfigurationReloader reload, InstantSource clock) {
        this.reload = reload;
        this.clock = clock;
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
                ? List.of(CheckResult.fine(CONFIGURATION, "Loaded " + ago(last.since()) + "."))
                : List.copyOf(checkResults);
    }

    private List<CheckResult> faults(ReloadStatus last) {
        var tried = last.tried();
        if (tried == null) {
            return List.of();
        }
        return last.faults().stream()
                .limit(MOST)
                .map(fault -> CheckResult.wrong(
                        CONFIGURATION + ", " + fault.place(),
                        "It " + fault.sentence() + ". The configuration that was read " + ago(tried)
                                + " was not used. The one loaded " + ago(last.since()) + " is still active.",
                        "Fix it, run check-config, and send SIGHUP again."))
                .toList();
    }

    private String ago(Instant instant) {
        return DurationPhrases.ago(Duration.between(instant, clock.instant()));
    }
}
