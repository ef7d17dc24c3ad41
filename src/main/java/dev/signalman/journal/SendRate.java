package dev.signalman.journal;

import java.time.Duration;

/**
 * How fast Slack may be sent to.
 *
 * @param betweenPosts in one channel
 * @param betweenUpdates of one card
 * @param updatesPerMinute of all cards together
 */
public record SendRate(Duration betweenPosts, Duration betweenUpdates, int updatesPerMinute) {
    /** What Slack allows: docs/slack.md. */
    public static final SendRate SLACK = new SendRate(Duration.ofSeconds(1), Duration.ofSeconds(1), 50);
}
