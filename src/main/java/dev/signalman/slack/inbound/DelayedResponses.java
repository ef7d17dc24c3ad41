package dev.signalman.slack.inbound;

import dev.signalman.chat.Messenger;
import dev.signalman.chat.MessengerException;
import dev.signalman.chat.RenderedCard;
import dev.signalman.domain.Place;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends ephemeral messages to the person who pressed or asked, after the acknowledgement: Slack shows its body for
 * commands alone.
 */
final class DelayedResponses implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DelayedResponses.class);

    private final Messenger messenger;
    private final ThreadPoolExecutor executor;

    DelayedResponses(Messenger messenger) {
        this.messenger = messenger;
        this.executor = new ThreadPoolExecutor(2, 2, 30, TimeUnit.SECONDS, new LinkedBlockingQueue<>(200), work -> {
            var thread = new Thread(work, "aside");
            thread.setDaemon(true);
            return thread;
        });
        executor.allowCoreThreadTimeOut(true);
    }

    /** Sends {@code words} through {@code responseUrl}, which must be trusted, or in {@code place}. Does not wait. */
    void say(Place place, String userId, @Nullable String responseUrl, String words) {
        try {
            executor.execute(() -> send(place, userId, responseUrl, new RenderedCard(words, "[]")));
        } catch (RejectedExecutionException full) {
            LOG.warn("Too many private replies are waiting, so one was dropped");
        }
    }

    private void send(Place place, String userId, @Nullable String responseUrl, RenderedCard renderedCard) {
        if (responseUrl == null) {
            whisper(place, userId, renderedCard);
        } else if (place.thread() == null || !whisper(place, userId, renderedCard)) {
            try {
                messenger.respond(responseUrl, renderedCard, false);
            } catch (MessengerException refused) {
                LOG.warn("A private reply was not sent through its response_url: {}", refused.getMessage());
            }
        }
    }

    /** Posts an ephemeral message; in threads only this one appears in the thread (docs/slack.md, "Response URLs"). */
    private boolean whisper(Place place, String userId, RenderedCard renderedCard) {
        try {
            messenger.whisper(place.channel(), place.thread(), userId, renderedCard);
            return true;
        } catch (MessengerException refused) {
            LOG.warn("A private reply was not sent as an ephemeral message: {}", refused.getMessage());
            return false;
        }
    }

    /** Sends the waiting messages, for 3 s at most. */
    @Override
    public void close() {
        executor.shutdown();
        try {
            if (!executor.awaitTermination(3, TimeUnit.SECONDS)) {
                executor.shutdownNow();
            }
        } catch (InterruptedException hurried) {
            executor.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
