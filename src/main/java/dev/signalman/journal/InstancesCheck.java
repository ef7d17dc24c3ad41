package dev.signalman.journal;

import dev.signalman.checkup.Check;
import dev.signalman.checkup.Finding;
import dev.signalman.checkup.Occasion;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;

/** How many bots share the database. One that was killed leaves its row behind, so those count whose beats go on. */
final class InstancesCheck implements Check {
    private static final String BOTS = "bots on this database";
    private static final Duration A_BEAT = Heart.EVERY.plusSeconds(1);

    private final Survey survey;

    @Inject
    InstancesCheck(Survey survey) {
        this.survey = survey;
    }

    @Override
    public String about() {
        return BOTS;
    }

    @Override
    public List<Finding> look(Occasion occasion) {
        if (!survey.possible()) {
            return List.of();
        }
        return List.of(found(beating(occasion), occasion));
    }

    private static Finding found(long alive, Occasion occasion) {
        if (alive == 0) {
            return occasion.serving()
                    ? Finding.worthALook(BOTS, "My own heartbeat is not to be seen.", "Look into the log.")
                    : Finding.fine(BOTS, "None runs just now.");
        }
        return alive == 1
                ? Finding.fine(BOTS, "One.")
                : Finding.fine(
                        BOTS,
                        alive
                                + " share it. Each event is handled by one of them; if you meant to run one, stop the others.");
    }

    private long beating(Occasion occasion) {
        var before = survey.beats();
        if (before.isEmpty() || (before.size() == 1 && occasion.serving())) {
            return before.size(); // the one is this very process
        }
        try {
            Thread.sleep(A_BEAT.toMillis());
        } catch (InterruptedException tooLate) {
            Thread.currentThread().interrupt();
            return before.size();
        }
        return survey.beats().entrySet().stream()
                .filter(each -> !each.getValue().equals(before.get(each.getKey())))
                .count();
    }
}
