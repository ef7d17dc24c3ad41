package dev.signalman.engine;

import dev.signalman.checkup.Check;
import dev.signalman.checkup.CheckContext;
import dev.signalman.checkup.CheckResult;
import dev.signalman.domain.DurationPhrases;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * Reports when Slack last called: a wrong signing secret or address shows only as silence. Events have a separate
 * address, to which Slack sends nothing until it is verified (docs/slack.md, "Events").
 */
final class LastEventCheck implements Check {
    private static final String LAST_EVENT = "the last event from Slack";
    private static final String LAST_COMMAND = "the last command from Slack";

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
                    "The running bot has the database to itself, so I cannot see from here whether anything comes.",
                    "Say /semaphore doctor in Slack, which tells. If it gets no answer, Slack does not reach the bot: over HTTPS check "
                            + "that the proxy hands /slack/events on, that the app's addresses name this host, and that "
                            + "SLACK_SIGNING_SECRET is of this app."));
        }
        if (!journalStatistics.possible()) {
            return List.of();
        }
        return List.of(
                taken(LAST_COMMAND, journalStatistics.lastCommand())
                        .orElseGet(() -> CheckResult.worthALook(
                                LAST_COMMAND,
                                "No command and no press was ever taken, or none for a week.",
                                "Say /semaphore help in Slack. If that fails, check that Slack reaches this host at "
                                        + "/slack/events, and that SLACK_SIGNING_SECRET is of this app.")),
                taken(LAST_EVENT, journalStatistics.lastEvent())
                        .orElseGet(() -> CheckResult.worthALook(
                                LAST_EVENT,
                                "No mention, no direct message, no opened home tab and no pasted link ever came, or none for a "
                                        + "week.",
                                "Open my home tab in Slack, then run doctor again. If there is still none, and Slack calls this host "
                                        + "over HTTPS, open Event Subscriptions in the app's settings and press Retry beside the "
                                        + "Request URL until it says Verified.")));
    }

    private Optional<CheckResult> taken(String what, Optional<Instant> last) {
        return last.map(at -> CheckResult.fine(
                what,
                "Taken " + DurationPhrases.rough(Duration.between(at, clock.instant())) + " ago, at "
                        + at.truncatedTo(ChronoUnit.SECONDS) + "."));
    }
}
