package dev.signalman.schedule;

import com.github.kagkarlsson.scheduler.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * A clock for chores that never goes back. If the system clock were set back by an hour, no chore would run for an
 * hour; instead this one stays an hour ahead until the next start.
 */
final class MonotonicClock implements Clock {
    private final InstantSource clock;
    private Instant last = Instant.MIN;
    private Duration ahead = Duration.ZERO;

    MonotonicClock(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public synchronized Instant now() {
        var given = clock.instant();
        if (given.isBefore(last)) {
            ahead = ahead.plus(Duration.between(given, last));
        }
        last = given;
        return given.plus(ahead);
    }
}
