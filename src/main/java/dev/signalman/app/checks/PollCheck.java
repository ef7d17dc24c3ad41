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
    private static final String INTERVAL = "the poll interval";
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
                    words + " Each pipeline that is watched costs Semaphore that many calls.",
                    "Set SIGNALMAN_POLL_INTERVAL to PT5S, or leave it out."));
        }
        if (interval.compareTo(SELDOM) > 0) {
            return List.of(CheckResult.worthALook(
                    INTERVAL,
                    words + " Cards lag behind by that much.",
                    "Set SIGNALMAN_POLL_INTERVAL to PT5S, or leave it out."));
        }
        return List.of(CheckResult.fine(INTERVAL, words));
    }
}
