package dev.signalman.simulator.slack;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;

/**
 * Slack's limits: so many calls of a method a minute, and one post a second in each channel, a short burst aside. The
 * numbers stand in docs/slack.md.
 */
final class RateLimits {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Map<String, Deque<Instant>> calls = new HashMap<>();
    private final Map<String, Instant> channelFull = new HashMap<>();
    private Duration postEvery = Duration.ofSeconds(1);
    private int burst = 3;
    private boolean on = true;

    synchronized void kept(boolean on) {
        this.on = on;
    }

    synchronized void burst(int posts) {
        this.burst = posts;
    }

    synchronized void postEvery(Duration pause) {
        postEvery = pause;
    }

    /** Counts a call, or gives the seconds to wait and counts nothing. */
    synchronized OptionalLong secondsToWait(String method, int perMinute, Instant now) {
        if (!on) {
            return OptionalLong.empty();
        }
        var recent = calls.computeIfAbsent(method, key -> new ArrayDeque<>());
        while (!recent.isEmpty() && !recent.peekFirst().plus(MINUTE).isAfter(now)) {
            recent.removeFirst();
        }
        if (recent.size() >= perMinute) {
            return seconds(Duration.between(now, recent.getFirst().plus(MINUTE)));
        }
        recent.addLast(now);
        return OptionalLong.empty();
    }

    /** The same for a post to a channel. {@code channelFull} is when the last of the posts counted would be due at an even pace. */
    synchronized OptionalLong secondsToWaitIn(String channel, Instant now) {
        if (!on) {
            return OptionalLong.empty();
        }
        var due = channelFull.getOrDefault(channel, now);
        var ahead = Duration.between(now, due);
        var allowed = postEvery.multipliedBy(burst - 1L);
        if (ahead.compareTo(allowed) > 0) {
            return seconds(ahead.minus(allowed));
        }
        channelFull.put(channel, (due.isBefore(now) ? now : due).plus(postEvery));
        return OptionalLong.empty();
    }

    private static OptionalLong seconds(Duration wait) {
        return OptionalLong.of(Math.max(1, wait.plusMillis(999).toSeconds()));
    }
}
