package dev.signalman.simulator;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that stands still until it is told to move; may be read and moved by any thread. */
public final class SettableClock implements InstantSource {
    private final AtomicReference<Instant> now;

    /** A clock that shows {@code start}. */
    public SettableClock(Instant start) {
        now = new AtomicReference<>(start);
    }

    @Override
    public Instant instant() {
        return now.get();
    }

    /** Shows {@code instant} from now on, be it earlier or later. */
    public void set(Instant instant) {
        now.set(instant);
    }

    /** Moves on by {@code step} and answers the new time. */
    public Instant advance(Duration step) {
        return now.updateAndGet(instant -> instant.plus(step));
    }
}
