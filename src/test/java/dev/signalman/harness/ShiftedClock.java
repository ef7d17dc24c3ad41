package dev.signalman.harness;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/** The true time, and what was added to it. */
final class ShiftedClock implements InstantSource {
    private final AtomicReference<Duration> added = new AtomicReference<>(Duration.ZERO);

    @Override
    public Instant instant() {
        return InstantSource.system().instant().plus(added.get());
    }

    void shift(Duration time) {
        added.updateAndGet(before -> before.plus(time));
    }
}
