package dev.signalman.simulator.slack;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Timestamps and ids from the clock and a counter, so that the same story has the same ids each time it is told. */
final class TimestampGenerator {
    private final InstantSource clock;
    private long lastMicros;
    private long counter;

    TimestampGenerator(InstantSource clock) {
        this.clock = clock;
    }

    Instant now() {
        return clock.instant();
    }

    /** The seconds of the clock with six decimals, greater than each one given out before. */
    synchronized String ts() {
        lastMicros = Math.max(lastMicros + 1, ChronoUnit.MICROS.between(Instant.EPOCH, now()));
        return String.format(Locale.ROOT, "%d.%06d", lastMicros / 1_000_000, lastMicros % 1_000_000);
    }

    /** When a message of that {@code ts} was written. */
    static Instant time(String ts) {
        var parts = ts.split("\\.", 2);
        return Instant.ofEpochSecond(Long.parseLong(parts[0])).plus(Long.parseLong(parts[1]), ChronoUnit.MICROS);
    }

    synchronized String id(String prefix) {
        counter++;
        return prefix
                + String.format(Locale.ROOT, "%8s", Long.toString(counter, 36))
                        .replace(' ', '0')
                        .toUpperCase(Locale.ROOT);
    }

    /** As {@link #id}, and another one also after the counter began anew, since what the bot has seen is kept longer. */
    synchronized String eventId() {
        return id("Ev" + Long.toString(now().getEpochSecond(), 36).toUpperCase(Locale.ROOT));
    }

    /** Looks like the short names that Slack gives to blocks without one. */
    synchronized String shortId() {
        counter++;
        return Long.toString(Math.floorMod(counter * 0x9E3779B97F4A7C15L, 36L * 36 * 36 * 36 * 36), 36) + counter;
    }

    /** Three parts with dots between them, as a trigger_id has. */
    synchronized String trigger() {
        counter++;
        return "%d.%d.%016x".formatted(now().getEpochSecond(), counter, counter * 0x9E3779B97F4A7C15L);
    }
}
