package dev.signalman.engine;

import dev.signalman.checkup.Check;
import dev.signalman.checkup.CheckContext;
import dev.signalman.checkup.CheckResult;
import dev.signalman.domain.DurationPhrases;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Reports when Slack last called: a wrong signing secret or address shows only as silence. Events have a separate
 * address, to which Slack sends nothing until it is verified (docs/slack.md, "Events").
 */
final class LastEventCheck implements Check {
    private static final String LAST_EVENT = "last event from Slack";
    private static final String LAST_COMMAND = "last command from Slack";

    private final JournalStatistics journalStatistics;
    private final InstantSource clock;

    @Inject
    LastEventCheck(JournalStatistics journalStatistics, InstantSource clock) {
        this.journalStatistics = journalStatistics;
        this.clock = clock;
    }

    @Override
    public String about() {
        return LAST_EVENT;
    }

    @Override
    public List<CheckResult> look(CheckContext checkContext) {
        if (journalStatistics.inUse()) {
            return List.of(CheckResult.unknown(
                    LAST_COMMAND,
                    "The running bot holds the database, so this can't be checked from here.",
                    "Type /semaphore doctor in Slack. If there is no answer, Slack can't reach the bot: check "
                            + "that your proxy forwards /slack/events, that the app's request URLs name this host, and "
                            + "that SLACK_SIGNING_SECRET is this app's."));
        }
        if (!journalStatistics.possible()) {
            return List.of();
        }
        return List.of(
                taken(LAST_COMMAND, journalStatistics.lastCommand())
                        .orElseGet(() -> CheckResult.worthALook(
                                LAST_COMMAND,
                                "No command and no button press within a week.",
                                "Type /semaphore help in Slack. If that fails, check that Slack reaches this host at "
                                        + "/slack/events, and that SLACK_SIGNING_SECRET is this app's.")),
                taken(LAST_EVENT, journalStatistics.lastEvent())
                        .orElseGet(() -> CheckResult.worthALook(
                                LAST_EVENT,
                                "No mention, direct message, opened home tab or pasted link within a week.",
                                "Open Signalman's home tab in Slack, then run doctor again. If there is still none and you "
                                        + "use HTTPS, open Event Subscriptions in the app's settings and press Retry beside the "
                                        + "Request URL until it says Verified.")));
    }

    private Optional<CheckResult> taken(String what, Optional<Instant> last) {
        return last.map(at -> CheckResult.fine(
                what, "Received " + DurationPhrases.rough(Duration.between(at, clock.instant())) + " ago."));
    }
}
