package dev.signalman.slack.outbound;

import java.time.Duration;

/** Observes each call to Slack, for metrics. It gets nothing that identifies a person or channel. */
@FunctionalInterface
public interface SlackCallObserver {
    /**
     * A call ended.
     *
     * @param method e.g. {@code chat.postMessage}, or {@code response_url}
     * @param outcome {@code ok}, or the kind of failure in lower case
     */
    void called(String method, String outcome, Duration took);
}
