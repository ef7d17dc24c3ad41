package dev.signalman.journal;

import dev.signalman.checkup.Check;
import dev.signalman.checkup.Finding;
import dev.signalman.checkup.Occasion;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Whether anything comes from Slack at all: a wrong signing secret or address shows only by silence. */
final class LastEventCheck implements Check {
    private static final String LAST = "the last event from Slack";

    private final Survey survey;
    private final InstantSource clock;

    @Inject
    LastEventCheck(Survey survey, InstantSource clock) {
        this.survey = survey;
        this.clock = clock;
    }

    @Override
    public String about() {
        return LAST;
    }

    @Override
    public List<Finding> look(Occasion occasion) {
        if (!survey.possible()) {
            return List.of();
        }
        return List.of(survey.lastTaken()
                .map(taken -> Finding.fine(
                        LAST,
                        "Taken " + Spans.words(Duration.between(taken, clock.instant())) + " ago, at "
                                + taken.truncatedTo(ChronoUnit.SECONDS) + "."))
                .orElseGet(() -> Finding.worthALook(
                        LAST,
                        "None was ever taken, or none for a week.",
                        "Say /semaphore help in Slack. If that fails, check that Slack reaches this host at "
                                + "/slack/events, and that SLACK_SIGNING_SECRET is of this app.")));
    }
}
