package dev.signalman.app.checks;

import dev.signalman.app.config.Configuration;
import dev.signalman.checkup.Check;
import dev.signalman.checkup.CheckContext;
import dev.signalman.checkup.CheckResult;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;

/** Checks that the poll interval is neither too short nor too long. */
final class PollCheck implements Check {
    private static final String INTERVAL = "poll interval";
    private static final Duration OFTEN = Duration.ofSeconds(2);
    private static final Duration SELDOM = Duration.ofMinutes(1);

    private final Duration interval;

    @Inject
    PollCheck(Configuration configuration) {
        this.interval = configuration.pollInterval();
    }

    @Override
    public String about() {
        return INTERVAL;
    }

    @Override
    public List<CheckResult> look(CheckContext checkContext) {
        var words = "It is " + interval + ".";
        if (interval.compareTo(OFTEN) < 0) {
            return List.of(CheckResult.worthALook(
                    INTERVAL,
                    words + " Each watched pipeline is requested that often from Semaphore.",
                    "Set SIGNALMAN_POLL_INTERVAL to PT5S, or remove it."));
        }
        if (interval.compareTo(SELDOM) > 0) {
            return List.of(CheckResult.worthALook(
                    INTERVAL,
                    words + " Cards are up to that much behind.",
                    "Set SIGNALMAN_POLL_INTERVAL to PT5S, or remove it."));
        }
        return List.of(CheckResult.fine(INTERVAL, words));
    }
}
