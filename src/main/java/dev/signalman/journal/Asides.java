package dev.signalman.journal;

import dev.signalman.dispatch.Messenger;
import dev.signalman.dispatch.MessengerException;
import dev.signalman.dispatch.Surfaces;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Shows a card to one person alone: through the {@code response_url} while Slack takes it, else by a whisper. What only that
 * person sees can be changed through the URL of a press on it and in no other way.
 */
final class Asides {
    private static final Logger LOG = LoggerFactory.getLogger(Asides.class);
    private static final Duration TOKEN_MAY_BE_MENDED = Duration.ofSeconds(30);
    private static final Duration SHORTEST = Duration.ofSeconds(1);

    private final Messenger messenger;
    private final Surfaces surfaces;
    private final Sketch sketch;
    private final Doors doors;
    private final CardProgress progress;
    private final InstantSource clock;

    @Inject
    Asides(
            Messenger messenger,
            Surfaces surfaces,
            Sketch sketch,
            Doors doors,
            CardProgress progress,
            InstantSource clock) {
        this.messenger = messenger;
        this.surfaces = surfaces;
        this.sketch = sketch;
        this.doors = doors;
        this.progress = progress;
        this.clock = clock;
    }

    /** Tries once; true when it is shown, and only remains to be written down. Else what is to be done next is written down. */
    boolean show(CardRow row) {
        return switch (row.kind()) {
            case LINK ->
                once(
                        row,
                        Doors.Door.UNFURL,
                        () -> surfaces.unfurl(row.channel(), needed(row.thread()), needed(row.link()), sketch.of(row)));
            case HOME ->
                once(row, Doors.Door.PUBLISH, () -> surfaces.publish(row.userId(), row.channel(), sketch.of(row)));
            default -> tell(row);
        };
    }

    private static String needed(@Nullable String part) {
        return Objects.requireNonNull(part);
    }

    /** There is but one way to show it. */
    private boolean once(CardRow row, Doors.Door door, Runnable call) {
        var shown = attempt(row, door, call);
        if (shown == Attempt.CLOSED_FOR_EVER) {
            progress.giveUp(row, "Slack does not take it");
        }
        return shown == Attempt.DONE;
    }

    private boolean tell(CardRow row) {
        var url = freshUrl(row);
        if (url != null) {
            var shown = attempt(row, Doors.Door.RESPOND, () -> messenger.respond(url, sketch.of(row), row.replaces()));
            if (shown != Attempt.CLOSED_FOR_EVER) {
                return shown == Attempt.DONE;
            }
        }
        if (row.replaces() && !row.armed()) {
            return true; // the buttons can no longer be taken away, and the answer comes as a message of its own
        }
        var shown = attempt(
                row,
                Doors.Door.WHISPER,
                () -> messenger.whisper(row.channel(), row.thread(), row.userId(), sketch.of(row)));
        if (shown == Attempt.CLOSED_FOR_EVER) {
            progress.giveUp(row, "neither the response_url nor a whisper reaches the person");
        }
        return shown == Attempt.DONE;
    }

    private @Nullable String freshUrl(CardRow row) {
        var until = row.urlUntil();
        return until != null && clock.instant().isBefore(until) ? row.responseUrl() : null;
    }

    private enum Attempt {
        DONE,
        AGAIN,
        CLOSED_FOR_EVER
    }

    private Attempt attempt(CardRow row, Doors.Door door, Runnable call) {
        if (doors.pass(door) != null) {
            return Attempt.AGAIN;
        }
        try {
            call.run();
            progress.count(row);
            return Attempt.DONE;
        } catch (MessengerException failed) {
            return after(row, door, failed);
        }
    }

    private Attempt after(CardRow row, Doors.Door door, MessengerException failed) {
        switch (failed.kind()) {
            case LIMITED -> {
                doors.close(door, longer(failed.retryAfter(), SHORTEST));
                return Attempt.AGAIN;
            }
            case NOT_ALLOWED -> {
                doors.close(door, TOKEN_MAY_BE_MENDED);
                return Attempt.AGAIN;
            }
            case UNREACHABLE -> {
                progress.retry(row, Backoff.after(row.attempts()));
                return Attempt.AGAIN;
            }
            case MALFORMED -> {
                if (row.plain()) {
                    return Attempt.CLOSED_FOR_EVER;
                }
                LOG.warn("Slack refuses the blocks of {}: {}", row, failed.getMessage());
                progress.plain(row);
                progress.retry(row, Duration.ZERO); // the sentence goes at the next look
                return Attempt.AGAIN;
            }
            case NO_MESSAGE -> {
                if (door != Doors.Door.WHISPER || row.thread() == null) {
                    return Attempt.CLOSED_FOR_EVER;
                }
                progress.leaveThread(row); // what began the thread is gone, and the person still waits
                progress.retry(row, Duration.ZERO);
                return Attempt.AGAIN;
            }
            default -> {
                return Attempt.CLOSED_FOR_EVER;
            }
        }
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
