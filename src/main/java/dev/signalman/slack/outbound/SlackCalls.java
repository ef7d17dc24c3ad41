package dev.signalman.slack.outbound;

import java.time.Duration;

/** Hears of each call to Slack, for metrics. It is told nothing that names anybody. */
@FunctionalInterface
public interface SlackCalls {
    /**
     * A call ended.
     *
     * @param method e.g. {@code chat.postMessage}, or {@code response_url}
     * @param outcome {@code ok}, or the kind of failure in lower case
     */
    void called(String method, String outcome, Duration took);
}
