package dev.signalman.journal;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The ways into Slack, each a method with its own limit: when Slack asks to wait, it means that method in the whole workspace
 * (docs/slack.md), so one door is closed and the others stay open. How many updates go through is for {@link UpdateBudget}. Each
 * {@code response_url} has a limit of its own, so there is no door for them.
 */
final class MethodBackoff {
    enum Door {
        POST,
        UPDATE,
        WHISPER,
        UNFURL,
        PUBLISH
    }

    private final InstantSource clock;
    private final Map<Door, Instant> closedUntil = new EnumMap<>(Door.class);
    private Instant passed = Instant.MIN;

    @Inject
    MethodBackoff(InstantSource clock) {
        this.clock = clock;
    }

    /** Goes through a door; when it is closed, tells instead when it opens. */
    synchronized @Nullable Instant pass(Door door) {
        var now = clock.instant();
        wakeUp(now);
        var until = closedUntil.get(door);
        if (until != null && until.isAfter(now)) {
            return until;
        }
        return null;
    }

    /** What was closed before the clock was set back would stay closed for as long. */
    private void wakeUp(Instant now) {
        if (now.isBefore(passed)) {
            closedUntil.clear();
        }
        passed = now;
    }

    /** Closes a door for a while. */
    synchronized void close(Door door, Duration wait) {
        closedUntil.merge(door, clock.instant().plus(wait), (one, other) -> one.isAfter(other) ? one : other);
    }
}
