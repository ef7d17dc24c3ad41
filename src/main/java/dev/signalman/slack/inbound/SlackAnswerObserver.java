package dev.signalman.slack.inbound;

import java.time.Duration;

/** Receives each answer to Slack, for metrics. It gets no personal data. */
@FunctionalInterface
public interface SlackAnswerObserver {
    /**
     * Called when a request was answered.
     *
     * @param kind the kind of request, one of a few words; {@code refused} for an invalid signature
     * @param status the HTTP status
     */
    void answered(String kind, int status, Duration took);
}
