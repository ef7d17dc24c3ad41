package dev.signalman.journal;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The ways into Slack, each a method with its own limit: when Slack asks to wait, it means that method in the whole workspace
 * (docs/slack.md), so one door is closed and the others stay open.
 */
final class Doors {
    private static final Duration WINDOW = Duration.ofMinutes(1);

    enum Door {
        POST,
        UPDATE,
        WHISPER,
        RESPOND,
        UNFURL,
        PUBLISH
    }

    private final InstantSource clock;
    private final int updatesPerMinute;
    private final Map<Door, Instant> closedUntil = new EnumMap<>(Door.class);
    private final Deque<Instant> updates = new ArrayDeque<>();

    @Inject
    Doors(InstantSource clock, Pace pace) {
        this.clock = clock;
        this.updatesPerMinute = pace.updatesPerMinute();
    }

    /** Goes through a door; when it is closed, tells instead when it opens. */
    synchronized @Nullable Instant pass(Door door) {
        var now = clock.instant();
        var until = closedUntil.get(door);
        if (until != null && until.isAfter(now)) {
            return until;
        }
        return door == Door.UPDATE ? passUpdates(now) : null;
    }

    private @Nullable Instant passUpdates(Instant now) {
        var oldest = updates.peekFirst();
        if (oldest != null && updates.size() >= updatesPerMinute) {
            var free = oldest.plus(WINDOW);
            if (free.isAfter(now)) {
                return free;
            }
            updates.removeFirst();
        }
        updates.addLast(now);
        return null;
    }

    /** Closes a door for a while. */
    synchronized void close(Door door, Duration wait) {
        closedUntil.merge(door, clock.instant().plus(wait), (one, other) -> one.isAfter(other) ? one : other);
    }
}
