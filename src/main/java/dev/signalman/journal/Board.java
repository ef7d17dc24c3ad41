package dev.signalman.journal;

import dev.signalman.dispatch.ClosedChannels;
import dev.signalman.dispatch.Messenger;
import dev.signalman.dispatch.MessengerException;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts one message into a channel, or changes it, and decides what to do when Slack does not take it. */
final class Board {
    private static final Logger LOG = LoggerFactory.getLogger(Board.class);
    private static final Duration TOKEN_MAY_BE_MENDED = Duration.ofSeconds(30);
    private static final Duration SHORTEST = Duration.ofSeconds(1);

    private final Messenger messenger;
    private final Sketch sketch;
    private final Doors doors;
    private final CardProgress progress;
    private final Set<ClosedChannels> closed;

    @Inject
    Board(Messenger messenger, Sketch sketch, Doors doors, CardProgress progress, Set<ClosedChannels> closed) {
        this.messenger = messenger;
        this.sketch = sketch;
        this.doors = doors;
        this.progress = progress;
        this.closed = closed;
    }

    /** Posts it, once; a message whose answer was lost may be posted twice. */
    Messenger.Posted post(CardRow row, @Nullable String thread) {
        return messenger.post(row.channel(), thread, sketch.of(row));
    }

    void update(CardRow row) {
        messenger.update(row.channel(), Objects.requireNonNull(row.timestamp()), sketch.of(row));
    }

    /**
     * Writes down what follows from a failure.
     *
     * @return true when others need not wait for this card any more
     */
    boolean failed(CardRow row, Doors.Door door, MessengerException failed, Consumer<String> asideMade) {
        switch (failed.kind()) {
            case LIMITED -> doors.close(door, longer(failed.retryAfter(), SHORTEST));
            case NOT_ALLOWED -> {
                LOG.warn("Slack does not let me {}: {}", door, failed.getMessage());
                doors.close(door, TOKEN_MAY_BE_MENDED);
            }
            case UNREACHABLE -> progress.retry(row, Backoff.after(row.attempts()));
            case MALFORMED -> {
                if (row.plain()) {
                    return letGo(row, failed, asideMade);
                }
                LOG.warn("Slack refuses the blocks of {}: {}", row, failed.getMessage());
                progress.plain(row);
            }
            case NO_MESSAGE -> {
                if (row.timestamp() == null && (row.thread() != null || row.parentKey() != null)) {
                    progress.leaveThread(row);
                } else if (row.timestamp() != null) {
                    progress.gone(row, failed.kind() + ": " + failed.getMessage());
                    return true;
                } else {
                    return letGo(row, failed, asideMade);
                }
            }
            case NO_PLACE -> {
                // before the card is let go: if this cannot be written down, the card is tried again
                closed.forEach(each -> each.refused(row.channel(), String.valueOf(failed.getMessage())));
                return letGo(row, failed, asideMade);
            }
            case USED_UP, REFUSED -> {
                return letGo(row, failed, asideMade);
            }
        }
        return false;
    }

    private boolean letGo(CardRow row, MessengerException failed, Consumer<String> asideMade) {
        LOG.warn("{} is not shown in {}: {} ({})", row, row.channel(), failed.kind(), failed.getMessage());
        var instead = progress.giveUp(row, failed.kind() + ": " + failed.getMessage());
        if (instead != null) {
            asideMade.accept(instead);
        }
        return true;
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
