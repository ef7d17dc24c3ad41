package dev.signalman.feature.locks;

import java.time.Duration;
import java.util.Optional;

/** When the holder of a lock is asked whether it is still needed. */
final class Reminders {
    private static final Duration BEFORE_THE_END = Duration.ofMinutes(10);
    private static final Duration TOO_SHORT = Duration.ofMinutes(30);
    private static final Duration FORGOTTEN = Duration.ofHours(4);
    private static final Duration EVERY = Duration.ofDays(1);

    private Reminders() {}

    /** How long after it was said the holder is asked; a lock that ends soon by itself is nothing to ask about. */
    static Optional<Duration> first(Held held, Duration left) {
        if (held.until() == null) {
            return Optional.of(FORGOTTEN);
        }
        return left.compareTo(TOO_SHORT) < 0 ? Optional.empty() : Optional.of(left.minus(BEFORE_THE_END));
    }

    /** How long after an asking the next one comes; none before a set end. */
    static Optional<Duration> next(Held held) {
        return held.until() == null ? Optional.of(EVERY) : Optional.empty();
    }
}
