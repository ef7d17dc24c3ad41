package dev.signalman.journal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The result of one pass through a lane. */
final class QueuePassResult {
    private boolean moved;
    private @Nullable Instant wake;

    /** Something was tried, so look again at once. */
    void move() {
        moved = true;
    }

    /** Something can be tried at {@code instant}. */
    void wakeAt(Instant instant) {
        wake = wake == null || instant.isBefore(wake) ? instant : wake;
    }

    boolean moved() {
        return moved;
    }

    @Nullable
    Instant wake() {
        return wake;
    }
}
