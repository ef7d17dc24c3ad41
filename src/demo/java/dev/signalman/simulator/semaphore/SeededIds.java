package dev.signalman.simulator.semaphore;

import java.util.Random;
import java.util.UUID;

/** Source of the simulation's random UUIDs. */
@FunctionalInterface
public interface SeededIds {
    /** A UUID that was not given before, in lower case. */
    String next();

    /** The same sequence for the same {@code seed}. */
    static SeededIds repeatable(long seed) {
        var random = new Random(seed);
        return () -> {
            long high = (random.nextLong() & ~0xF000L) | 0x4000L;
            long low = (random.nextLong() & ~(3L << 62)) | (2L << 62);
            return new UUID(high, low).toString();
        };
    }

    /** Whether {@code text} reads as a UUID. */
    static boolean isUuid(String text) {
        return text.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    }
}
