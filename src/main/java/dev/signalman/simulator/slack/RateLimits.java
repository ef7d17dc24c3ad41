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
public final class RateLimits {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration POST_EVERY = Duration.ofSeconds(1);

    private final Map<String, Deque<Instant>> calls = new HashMap<>();
    private final Map<String, Instant> channelFull = new HashMap<>();
    private int times = 1;
    private int burst = 3;
    private boolean on = true;

    RateLimits() {}

    /** Whether they are kept; they are, unless said otherwise. */
    public synchronized void kept(boolean on) {
        this.on = on;
    }

    /** How many posts to a channel may come at once before its pace is all that passes; 3 unless said otherwise. */
    public synchronized void burst(int posts) {
        this.burst = posts;
    }

    /** So many times as much as usual is allowed in the same time. */
    public synchronized void widened(int times) {
        this.times = times;
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
        if (recent.size() >= perMinute * times) {
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
