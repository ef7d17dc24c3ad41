package dev.signalman.engine.cards;

import dev.signalman.chat.CardRenderer;
import dev.signalman.chat.Messenger;
import dev.signalman.chat.MessengerException;
import dev.signalman.chat.UnfurlAndHomeApi;
import dev.signalman.dispatch.RetrySchedule;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Shows a card to one person only: through a fresh {@code response_url}, or else as an ephemeral message. Such a
 * message can be changed only through the URL of a press on it.
 */
public final class EphemeralPublisher {
    private static final Logger LOG = LoggerFactory.getLogger(EphemeralPublisher.class);
    private static final Duration TOKEN_MAY_BE_MENDED = Duration.ofSeconds(30);
    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final int A_FEW_TIMES = 3;

    private final Messenger messenger;
    private final UnfurlAndHomeApi unfurls;
    private final CardRenderer cardRenderer;
    private final MethodBackoff methodBackoff;
    private final CardProgressStore progress;
    private final InstantSource clock;

    @Inject
    EphemeralPublisher(
            Messenger messenger,
            UnfurlAndHomeApi unfurls,
            CardRenderer cardRenderer,
            MethodBackoff methodBackoff,
            CardProgressStore progress,
            InstantSource clock) {
        this.messenger = messenger;
        this.unfurls = unfurls;
        this.cardRenderer = cardRenderer;
        this.methodBackoff = methodBackoff;
        this.progress = progress;
        this.clock = clock;
    }

    /**
     * Tries once. Returns true if the card was shown and only has to be recorded; otherwise the next step is recorded.
     */
    boolean show(CardRow row) {
        return switch (row.kind()) {
            case LINK ->
                once(
                        row,
                        MethodBackoff.Method.UNFURL,
                        () -> unfurls.unfurl(
                                row.channel(), needed(row.thread()), needed(row.link()), row.content(cardRenderer)));
            case HOME ->
                once(
                        row,
                        MethodBackoff.Method.PUBLISH,
                        () -> unfurls.publish(row.userId(), row.channel(), row.content(cardRenderer)));
            default -> tell(row);
        };
    }

    private static String needed(@Nullable String part) {
        return Objects.requireNonNull(part);
    }

    /** Sends a card that can be shown in one way only. */
    private boolean once(CardRow row, MethodBackoff.Method method, Runnable call) {
        var shown = attempt(row, method, call);
        if (shown == Attempt.REFUSED) {
            progress.giveUp(row, "Slack refused it");
        }
        return shown == Attempt.DONE;
    }

    /**
     * Sends an answer in a thread as an ephemeral message there: a {@code response_url} would post it in the channel,
     * where the person does not look (docs/slack.md, "Response URLs").
     */
    private boolean tell(CardRow row) {
        var inThread = row.thread() != null && !row.replaces();
        if (inThread) {
            var shown = whisper(row);
            if (shown != Attempt.REFUSED) {
                return shown == Attempt.DONE;
            }
        }
        var url = freshUrl(row);
        if (url != null) {
            var shown = attempt(row, null, () -> messenger.respond(url, row.content(cardRenderer), row.replaces()));
            if (shown != Attempt.REFUSED) {
                return shown == Attempt.DONE;
            }
        }
        if (row.replaces() && !row.armed()) {
            return true; // the buttons cannot be removed any more; the answer is a separate message
        }
        var shown = inThread ? Attempt.REFUSED : whisper(row);
        if (shown == Attempt.REFUSED) {
            LOG.warn("{} reached nobody: Slack accepted neither its response_url nor an ephemeral message", row);
            progress.giveUp(row, "Slack accepted neither the response_url nor an ephemeral message");
        }
        return shown == Attempt.DONE;
    }

    private Attempt whisper(CardRow row) {
        return attempt(
                row,
                MethodBackoff.Method.WHISPER,
                () -> messenger.whisper(row.channel(), row.thread(), row.userId(), row.content(cardRenderer)));
    }

    private @Nullable String freshUrl(CardRow row) {
        var until = row.urlUntil();
        return until != null && clock.instant().isBefore(until) ? row.responseUrl() : null;
    }

    private enum Attempt {
        DONE,
        /** The time is recorded. */
        AGAIN,
        /** This way failed for good. */
        REFUSED
    }

    /** Tries one way; {@code method} is null for a {@code response_url}, which has its own limit. */
    private Attempt attempt(CardRow row, MethodBackoff.@Nullable Method method, Runnable call) {
        var opens = method == null ? null : methodBackoff.pass(method);
        if (opens != null) {
            progress.putOff(row, opens);
            return Attempt.AGAIN;
        }
        try {
            call.run();
            progress.count(row);
            return Attempt.DONE;
        } catch (MessengerException failed) {
            return after(row, method, failed);
        }
    }

    private Attempt after(CardRow row, MethodBackoff.@Nullable Method method, MessengerException failed) {
        return switch (failed.kind()) {
            case LIMITED -> waiting(row, method, longer(failed.retryAfter(), SHORTEST));
            case NOT_ALLOWED -> method == null ? Attempt.REFUSED : waiting(row, method, TOKEN_MAY_BE_MENDED);
            case UNREACHABLE -> again(row, RetrySchedule.BACKGROUND.after(row.attempts()));
            case SHUT ->
                method == null || row.attempts() >= A_FEW_TIMES
                        ? Attempt.REFUSED
                        : again(row, RetrySchedule.BACKGROUND.after(row.attempts()));
            case MALFORMED -> {
                if (row.plain()) {
                    yield Attempt.REFUSED;
                }
                LOG.warn("Slack refused the blocks of {}: {}", row, failed.getMessage());
                progress.plain(row);
                yield again(row, Duration.ZERO); // the next pass sends the plain sentence
            }
            case NO_THREAD, NO_MESSAGE -> {
                if (method != MethodBackoff.Method.WHISPER || row.thread() == null) {
                    yield Attempt.REFUSED;
                }
                progress.leaveThread(row); // nothing can be posted there, and the person still waits
                yield again(row, Duration.ZERO);
            }
            case NO_PLACE, FROZEN, NOBODY, USED_UP, REFUSED -> Attempt.REFUSED;
        };
    }

    /** A rate limit of a method delays all cards; that of a {@code response_url} delays only this card. */
    private Attempt waiting(CardRow row, MethodBackoff.@Nullable Method method, Duration wait) {
        if (method != null) {
            methodBackoff.close(method, wait);
        }
        progress.putOff(row, clock.instant().plus(wait));
        return Attempt.AGAIN;
    }

    private Attempt again(CardRow row, Duration wait) {
        progress.retry(row, wait);
        return Attempt.AGAIN;
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
