package dev.signalman.simulator.slack;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;

/**
 * Slack's limits: calls per method and minute, and one post per second and channel with a short burst; docs/slack.md
 * has the numbers.
 */
public final class RateLimits {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration POST_EVERY = Duration.ofSeconds(1);

    private final Map<String, Deque<Instant>> calls = new HashMap<>();
    private final Map<String, Instant> channelFull = new HashMap<>();
    private int times = 1;
    private int burst = 3;
    private boolean on = true;

    RateLimits() {}

    /** Turns the limits on or off; on by default. */
    public synchronized void kept(boolean on) {
        this.on = on;
    }

    /** Posts that a channel accepts at once; 3 by default. */
    public synchronized void burst(int posts) {
        this.burst = posts;
    }

    /** Multiplies all limits. */
    public synchronized void widened(int times) {
        this.times = times;
    }

    /** Counts a call; if it is over the limit, counts nothing and returns the seconds to wait. */
    synchronized OptionalLong secondsToWait(String method, int perMinute, Instant now) {
        if (!on) {
            return OptionalLong.empty();
        }
        var recent = calls.computeIfAbsent(method, key -> new ArrayDeque<>());
        while (!recent.isEmpty() && !recent.peekFirst().plus(MINUTE).isAfter(now)) {
            recent.removeFirst();
        }
        if (recent.size() >= perMinute * times) {
            return seconds(Duration.between(now, recent.getFirst().plus(MINUTE)));
        }
        recent.addLast(now);
        return OptionalLong.empty();
    }

    /**
     * Does the same for a post to a channel. {@code channelFull} is when the last counted post would be due at an even
     * pace.
     */
    synchronized OptionalLong secondsToWaitIn(String channel, Instant now) {
        if (!on) {
            return OptionalLong.empty();
        }
        var due = channelFull.getOrDefault(channel, now);
        var ahead = Duration.between(now, due);
        var allowed = POST_EVERY.dividedBy(times).multipliedBy(burst - 1L);
        if (ahead.compareTo(allowed) > 0) {
            return seconds(ahead.minus(allowed));
        }
        channelFull.put(channel, (due.isBefore(now) ? now : due).plus(POST_EVERY.dividedBy(times)));
        return OptionalLong.empty();
    }

    private static OptionalLong seconds(Duration wait) {
        return OptionalLong.of(Math.max(1, wait.plusMillis(999).toSeconds()));
    }
}
