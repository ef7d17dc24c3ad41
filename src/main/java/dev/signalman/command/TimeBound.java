package dev.signalman.command;

import java.time.Duration;
import java.time.Instant;

/** An end of a span of time: so long ago ({@code 2d}), or a moment ({@code 2026-11-24} or {@code 2026-11-24T10:00:00Z}). */
public sealed interface TimeBound {
    /** The moment that it means. */
    Instant at(Instant now);

    /** So long before now. */
    record Ago(Duration duration) implements TimeBound {
        @Override
        public Instant at(Instant now) {
            return now.minus(duration);
        }
    }

    /** A moment. */
    record At(Instant moment) implements TimeBound {
        @Override
        public Instant at(Instant now) {
            return moment;
        }
    }
}
