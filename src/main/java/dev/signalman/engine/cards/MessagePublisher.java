package dev.signalman.engine.cards;

import dev.signalman.chat.CardRenderer;
import dev.signalman.chat.Messenger;
import dev.signalman.chat.MessengerException;
import dev.signalman.dispatch.RetrySchedule;
import dev.signalman.engine.cards.CardQueue.LaggingCard;
import dev.signalman.port.ClosedChannelListener;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Posts or updates one message, and decides what to do when Slack refuses it. */
public final class MessagePublisher {
    private static final Logger LOG = LoggerFactory.getLogger(MessagePublisher.class);
    private static final Duration TOKEN_MAY_BE_MENDED = Duration.ofSeconds(30);
    private static final Duration SHORTEST = Duration.ofSeconds(1);

    /** Attempts to post after a temporary refusal: some seconds, since a person waits. */
    private static final int POSTED = 3;

    /** Attempts to update after an unknown error: half a minute. */
    private static final int A_FEW_TIMES = 5;

    /** Attempts to update in a closed channel: half an hour, since later the change is never shown. */
    private static final int CHANGED = 35;

    private final Messenger messenger;
    private final CardRenderer cardRenderer;
    private final MethodBackoff methodBackoff;
    private final CardProgressStore progress;
    private final LateUpdates late;
    private final Set<ClosedChannelListener> closed;

    @Inject
    MessagePublisher(
            Messenger messenger,
            CardRenderer cardRenderer,
            MethodBackoff methodBackoff,
            CardProgressStore progress,
            LateUpdates late,
            Set<ClosedChannelListener> closed) {
        this.messenger = messenger;
        this.cardRenderer = cardRenderer;
        this.methodBackoff = methodBackoff;
        this.progress = progress;
        this.late = late;
        this.closed = closed;
    }

    /** Posts a message once; if the answer is lost, it may be posted twice. */
    Messenger.Posted post(CardRow row, @Nullable String thread) {
        return messenger.post(row.channel(), thread, row.content(cardRenderer));
    }

    void update(CardRow row) {
        messenger.update(row.channel(), Objects.requireNonNull(row.timestamp()), row.content(cardRenderer));
    }

    /**
     * Records what follows from a failure. A problem of one channel, thread or message never holds up others.
     *
     * @return true when other cards need not wait for this one any more
     */
    boolean failed(
            LaggingCard lagging, MethodBackoff.Method method, MessengerException failed, Consumer<String> asideMade) {
        var row = lagging.row();
        switch (failed.kind()) {
            case LIMITED -> methodBackoff.close(method, longer(failed.retryAfter(), SHORTEST));
            case NOT_ALLOWED -> {
                LOG.warn("Slack doesn't allow {}: {}", method, failed.getMessage());
                methodBackoff.close(method, TOKEN_MAY_BE_MENDED);
            }
            case UNREACHABLE -> {
                if (row.timestamp() != null) {
                    late.lost(row);
                }
                progress.retry(row, RetrySchedule.BACKGROUND.after(row.attempts()));
            }
            case SHUT -> {
                return !triedAgain(row, row.timestamp() == null ? POSTED : CHANGED) && closed(row, failed, asideMade);
            }
            case NO_PLACE -> {
                return closed(row, failed, asideMade);
            }
            case NO_THREAD -> {
                return !leftThread(row) && letGo(row, failed, asideMade);
            }
            case NO_MESSAGE -> {
                if (row.timestamp() == null) {
                    return !leftThread(row) && letGo(row, failed, asideMade);
                }
                progress.gone(row, failed.kind() + ": " + failed.getMessage());
                return true;
            }
            case FROZEN -> {
                return frozen(lagging, failed, asideMade);
            }
            case MALFORMED -> {
                if (row.plain()) {
                    return frozen(lagging, failed, asideMade);
                }
                LOG.warn("Slack refused the blocks of {}: {}", row, failed.getMessage());
                progress.plain(row);
            }
            case NOBODY, USED_UP, REFUSED -> {
                return !(row.timestamp() != null && triedAgain(row, A_FEW_TIMES)) && letGo(row, failed, asideMade);
            }
        }
        return false;
    }

    /** Retries a card; only posts in the same channel wait for it. */
    private boolean triedAgain(CardRow row, int times) {
        if (row.attempts() >= times) {
            return false;
        }
        progress.retry(row, RetrySchedule.BACKGROUND.after(row.attempts()));
        return true;
    }

    private boolean closed(CardRow row, MessengerException failed, Consumer<String> asideMade) {
        // before the card is given up: if recording this fails, the card is retried
        closed.forEach(each -> each.refused(row.channel(), String.valueOf(failed.getMessage())));
        return letGo(row, failed, asideMade);
    }

    private boolean leftThread(CardRow row) {
        if (row.timestamp() != null || (row.thread() == null && row.parentKey() == null)) {
            return false;
        }
        progress.leaveThread(row);
        return true;
    }

    /** Posts a final change as a new message; a card that will change again stays as it is. */
    private boolean frozen(LaggingCard lagging, MessengerException failed, Consumer<String> asideMade) {
        var row = lagging.row();
        if (row.timestamp() == null || !row.armed() || lagging.urgency() != UpdateUrgency.DONE) {
            return letGo(row, failed, asideMade);
        }
        LOG.info("{} can no longer be updated and is posted again: {}", row, failed.getMessage());
        progress.anew(row);
        return true;
    }

    private boolean letGo(CardRow row, MessengerException failed, Consumer<String> asideMade) {
        LOG.warn("{} was not posted in {}: {} ({})", row, row.channel(), failed.kind(), failed.getMessage());
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
