package dev.signalman.engine;

import dev.signalman.checkup.Check;
import dev.signalman.checkup.CheckContext;
import dev.signalman.checkup.CheckResult;
import dev.signalman.engine.lease.Heartbeat;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;

/**
 * Reports how many bots share the database. A killed bot leaves its row behind, so only rows whose count grows are
 * counted.
 */
final class InstancesCheck implements Check {
    private static final String BOTS = "instances";
    private static final Duration A_BEAT = Heartbeat.EVERY.plusSeconds(1);

    private final JournalStatistics journalStatistics;

    @Inject
    InstancesCheck(JournalStatistics journalStatistics) {
        this.journalStatistics = journalStatistics;
    }

    @Override
    public String about() {
        return BOTS;
    }

    @Override
    public List<CheckResult> look(CheckContext checkContext) {
        if (!journalStatistics.possible()) {
            return List.of();
        }
        return List.of(found(beating(checkContext), checkContext));
    }

    private static CheckResult found(long alive, CheckContext checkContext) {
        if (alive == 0) {
            return checkContext.serving()
                    ? CheckResult.worthALook(BOTS, "This instance has no heartbeat in the database.", "Check the log.")
                    : CheckResult.fine(BOTS, "None is running.");
        }
        return alive == 1
                ? CheckResult.fine(BOTS, "One.")
                : CheckResult.fine(
                        BOTS,
                        alive
                                + " share the database. Each event is handled by one of them. If you only want one, stop the "
                                + "others.");
    }

    private long beating(CheckContext checkContext) {
        var before = journalStatistics.beats();
        if (before.isEmpty() || (before.size() == 1 && checkContext.serving())) {
            return before.size(); // that one is this process
        }
        try {
            Thread.sleep(A_BEAT.toMillis());
        } catch (InterruptedException tooLate) {
            Thread.currentThread().interrupt();
            return before.size();
        }
        return journalStatistics.beats().entrySet().stream()
                .filter(each -> !each.getValue().equals(before.get(each.getKey())))
                .count();
    }
}
