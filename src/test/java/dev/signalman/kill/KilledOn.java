package dev.signalman.kill;

import dev.signalman.storage.TestDatabase;
import java.util.stream.Stream;

/**
 * The databases of kill tests: one daily, both with {@code -Peverything}, since a start costs seconds of processor
 * time.
 */
final class KilledOn {
    private static final boolean BOTH = Boolean.getBoolean("signalman.killed.on.both");

    private KilledOn() {}

    /** The embedded one daily: a file must outlive its process. */
    static Stream<TestDatabase> embedded() {
        return BOTH ? Stream.of(TestDatabase.values()) : Stream.of(TestDatabase.H2);
    }

    /** PostgreSQL daily: the database stays up while the bot is dead. */
    static Stream<TestDatabase> server() {
        return BOTH ? Stream.of(TestDatabase.values()) : Stream.of(TestDatabase.POSTGRES);
    }
}
