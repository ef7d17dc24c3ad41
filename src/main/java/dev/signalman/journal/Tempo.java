package dev.signalman.journal;

import java.time.Duration;

/**
 * How fast the bot goes: what Slack is sent in a second, and how long its own short waits are.
 *
 * @param slack how fast Slack may be sent to
 * @param times by how much ticks and short waits are shortened; 1 where people use the bot, more where its tests do
 */
public record Tempo(Pace slack, int times) {
    /** As people use it. */
    public static final Tempo USUAL = new Tempo(Pace.SLACK, 1);

    /** Longer waits are what a rule or a person says, and are never shortened. */
    private static final Duration SHORT = Duration.ofSeconds(10);

    /** How long a wait is; a longer one than ten seconds stays as it is. */
    public Duration of(Duration wait) {
        return wait.compareTo(SHORT) > 0 ? wait : wait.dividedBy(times);
    }
}
