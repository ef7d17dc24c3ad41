package dev.signalman.engine.timing;

import java.time.Duration;

/**
 * How fast the bot goes: the rate at which it calls Slack, and the length of its ticks and short waits.
 *
 * @param slack the rate at which messages are sent to Slack
 * @param times the factor by which ticks and short waits are shortened; 1 in production, more in tests
 */
public record BotTempo(SendRate slack, int times) {
    /** The tempo in production. */
    public static final BotTempo USUAL = new BotTempo(SendRate.SLACK, 1);

    /** Longer waits come from a rule or a person and are never shortened. */
    private static final Duration SHORT = Duration.ofSeconds(10);

    /** A wait at this tempo. Waits over ten seconds stay as they are. */
    public Duration of(Duration wait) {
        return wait.compareTo(SHORT) > 0 ? wait : wait.dividedBy(times);
    }

    /**
     * The rate at which messages are sent to Slack.
     *
     * @param betweenPosts between posts in one channel
     * @param betweenUpdates between updates of one card
     * @param updatesPerMinute for all cards together
     */
    public record SendRate(Duration betweenPosts, Duration betweenUpdates, int updatesPerMinute) {
        /** What Slack allows: docs/slack.md. */
        public static final SendRate SLACK = new SendRate(Duration.ofSeconds(1), Duration.ofSeconds(1), 50);
    }
}
