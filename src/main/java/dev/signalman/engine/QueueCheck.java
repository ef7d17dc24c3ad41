package dev.signalman.engine;

import dev.signalman.checkup.Check;
import dev.signalman.checkup.CheckContext;
import dev.signalman.checkup.CheckResult;
import dev.signalman.domain.DurationPhrases;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;

/** Checks that accepted work is being done and messages reach Slack. */
final class QueueCheck implements Check {
    private static final String QUEUE = "queue";
    private static final String CARDS = "unsent cards";
    private static final Duration LONG = Duration.ofMinutes(1);
    private static final int MANY_CARDS = 20;

    private final JournalStatistics journalStatistics;

    @Inject
    QueueCheck(JournalStatistics journalStatistics) {
        this.journalStatistics = journalStatistics;
    }

    @Override
    public String about() {
        return QUEUE;
    }

    @Override
    public List<CheckResult> look(CheckContext checkContext) {
        if (!journalStatistics.possible()) {
            return List.of();
        }
        int asking = checkContext.channel() == null ? 0 : 1; // the asking command itself
        return List.of(
                queue(journalStatistics.due(), asking),
                cards(journalStatistics.unshown(), journalStatistics.givenUp()));
    }

    private static CheckResult queue(JournalStatistics.Waiting waiting, int asking) {
        var words = waiting.many() <= asking
                ? "Empty."
                : (waiting.many() - asking) + " waiting, the oldest for " + DurationPhrases.rough(waiting.oldest())
                        + ".";
        return waiting.oldest().compareTo(LONG) <= 0
                ? CheckResult.fine(QUEUE, words)
                : CheckResult.worthALook(
                        QUEUE,
                        words,
                        "Check that a bot is running, and its log. An outage of Semaphore can cause this.");
    }

    private static CheckResult cards(int unshown, List<String> givenUp) {
        if (!givenUp.isEmpty()) {
            return CheckResult.worthALook(
                    CARDS,
                    givenUp.size() + " could not be posted within the last day. Slack's latest reason: "
                            + givenUp.get(0) + ".",
                    "Most often the channel is archived, or Signalman was removed from it.");
        }
        return unshown <= MANY_CARDS
                ? CheckResult.fine(CARDS, unshown == 0 ? "None." : unshown + " waiting.")
                : CheckResult.worthALook(
                        CARDS,
                        unshown + " waiting.",
                        "Slack accepts one per second and channel. If the number doesn't fall, check the log.");
    }
}
