package dev.signalman.feature.factor;

import dev.signalman.port.Chore;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.InstantSource;
import org.jdbi.v3.core.Jdbi;

/** Deletes pages a week after their addresses ended, as the invocations that came from them. */
final class PasskeyPagePurge implements Chore {
    private static final Duration KEPT = Duration.ofDays(7);

    private final Jdbi jdbi;
    private final InstantSource clock;

    @Inject
    PasskeyPagePurge(Jdbi jdbi, InstantSource clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "purge-passkey-pages";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(1);
    }

    @Override
    public void run() {
        var before = clock.instant().minus(KEPT);
        jdbi.useTransaction(handle -> SpentPages.purge(handle, before));
    }
}
