package dev.signalman.journal;

import java.time.Duration;

/**
 * The rate of calls to Slack.
 *
 * @param betweenPosts pause between posts in one channel
 * @param betweenUpdates pause between updates of one card
 * @param updatesPerMinute updates of all cards together
 */
public record SendRate(Duration betweenPosts, Duration betweenUpdates, int updatesPerMinute) {
    /** What Slack allows: docs/slack.md. */
    public static final SendRate SLACK = new SendRate(Duration.ofSeconds(1), Duration.ofSeconds(1), 50);
}
