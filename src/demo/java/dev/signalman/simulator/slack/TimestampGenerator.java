package dev.signalman.simulator.slack;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Timestamps and ids from the clock and a counter, so a repeated run has the same ids. */
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

    /** The time in seconds with six decimals, always increasing. */
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

    /** Like {@link #id}, but unique even after a restart of the counter, since the bot remembers ids longer. */
    synchronized String eventId() {
        return id("Ev" + Long.toString(now().getEpochSecond(), 36).toUpperCase(Locale.ROOT));
    }

    /** Looks like Slack's ids for unnamed blocks. */
    synchronized String shortId() {
        counter++;
        return Long.toString(Math.floorMod(counter * 0x9E3779B97F4A7C15L, 36L * 36 * 36 * 36 * 36), 36) + counter;
    }

    /** Three parts separated by dots, like a real trigger_id. */
    synchronized String trigger() {
        counter++;
        return "%d.%d.%016x".formatted(now().getEpochSecond(), counter, counter * 0x9E3779B97F4A7C15L);
    }
}
