package dev.signalman.app.checks;

import dev.signalman.app.config.Reload;
import dev.signalman.app.config.Rereading;
import dev.signalman.checkup.Check;
import dev.signalman.checkup.Finding;
import dev.signalman.checkup.Occasion;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** Whether the configuration that holds is the one that was read last. */
final class ConfigurationCheck implements Check {
    private static final String CONFIGURATION = "the configuration";
    private static final int MOST = 5;

    private final Reload reload;

    @Inject
    ConfigurationCheck(Reload reload) {
        this.reload = reload;
    }

    @Override
    public String about() {
        return CONFIGURATION;
    }

    @Override
    public List<Finding> look(Occasion occasion) {
        var last = reload.last();
        var findings = new ArrayList<>(faults(last));
        if (!last.waiting().isEmpty()) {
            findings.add(Finding.worthALook(
                    CONFIGURATION,
                    "Changed in the file since I started, and in effect only after a restart: "
                            + String.join(", ", last.waiting()) + ".",
                    "Restart me, or change it back."));
        }
        return findings.isEmpty()
                ? List.of(Finding.fine(CONFIGURATION, "What holds was read at " + time(last.since()) + "."))
                : List.copyOf(findings);
    }

    private static List<Finding> faults(Rereading last) {
        var tried = last.tried();
        if (tried == null) {
            return List.of();
        }
        return last.faults().stream()
                .limit(MOST)
                .map(fault -> Finding.wrong(
                        CONFIGURATION + ", " + fault.place(),
                        "It " + fault.sentence() + ". So what was read at " + time(tried)
                                + " was not taken, and what was read at " + time(last.since()) + " still holds.",
                        "Mend it, see that check-config finds nothing, and send me SIGHUP again."))
                .toList();
    }

    private static String time(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
