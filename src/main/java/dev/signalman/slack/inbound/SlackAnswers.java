package dev.signalman.slack.inbound;

import java.time.Duration;

/** Hears of each answer given to Slack, for metrics. It is told nothing that names anybody. */
@FunctionalInterface
public interface SlackAnswers {
    /**
     * A request was answered.
     *
     * @param kind what it was, one of a few words; {@code refused} when it was not signed as it should be
     * @param status HTTP
     */
    void answered(String kind, int status, Duration took);
}
