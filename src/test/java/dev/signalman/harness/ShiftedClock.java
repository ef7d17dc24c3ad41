package dev.signalman.harness;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/** Another clock's time plus an offset. */
final class ShiftedClock implements InstantSource {
    private final AtomicReference<Duration> added = new AtomicReference<>(Duration.ZERO);

    private final InstantSource base;

    ShiftedClock(InstantSource base) {
        this.base = base;
    }

    @Override
    public Instant instant() {
        return base.instant().plus(added.get());
    }

    void shift(Duration time) {
        added.updateAndGet(before -> before.plus(time));
    }
}
