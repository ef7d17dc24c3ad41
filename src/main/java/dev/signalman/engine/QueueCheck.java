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
    private static final String QUEUE = "the queue";
    private static final String CARDS = "cards on their way to Slack";
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
                ? "Nothing waits."
                : (waiting.many() - asking) + " to be done, the oldest since " + DurationPhrases.rough(waiting.oldest())
                        + ".";
        return waiting.oldest().compareTo(LONG) <= 0
                ? CheckResult.fine(QUEUE, words)
                : CheckResult.worthALook(
                        QUEUE,
                        words,
                        "Is a bot running? If so, its log says what holds it up; Semaphore being away does.");
    }

    private static CheckResult cards(int unshown, List<String> givenUp) {
        if (!givenUp.isEmpty()) {
            return CheckResult.worthALook(
                    CARDS,
                    givenUp.size() + " of the last day could not be shown; of the newest, Slack says: " + givenUp.get(0)
                            + ".",
                    "Look what Slack's word means: most often a channel is archived, or I was removed from it.");
        }
        return unshown <= MANY_CARDS
                ? CheckResult.fine(CARDS, unshown == 0 ? "None waits." : unshown + " to be shown.")
                : CheckResult.worthALook(
                        CARDS,
                        unshown + " to be shown.",
                        "Slack takes one a second in each channel; if this does not get less, look into the log.");
    }
}
