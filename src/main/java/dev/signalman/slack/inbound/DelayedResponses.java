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

/** Says something to whoever pressed or asked, after the acknowledgement: Slack shows the body of that for commands alone. */
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

    /** Says it through {@code responseUrl}, which was found to be trusted, or where there is none at a place. */
    void say(Place place, String userId, @Nullable String responseUrl, String words) {
        try {
            executor.execute(() -> send(place, userId, responseUrl, new RenderedCard(words, "[]")));
        } catch (RejectedExecutionException full) {
            LOG.warn("Too many asides are waiting; one was dropped");
        }
    }

    private void send(Place place, String userId, @Nullable String responseUrl, RenderedCard renderedCard) {
        if (responseUrl == null) {
            whisper(place, userId, renderedCard);
        } else if (place.thread() == null || !whisper(place, userId, renderedCard)) {
            try {
                messenger.respond(responseUrl, renderedCard, false);
            } catch (MessengerException refused) {
                LOG.warn("An aside was not said: {}", refused.getMessage());
            }
        }
    }

    /** In a thread this alone is seen where the person looks (docs/slack.md, "Response URLs"). */
    private boolean whisper(Place place, String userId, RenderedCard renderedCard) {
        try {
            messenger.whisper(place.channel(), place.thread(), userId, renderedCard);
            return true;
        } catch (MessengerException refused) {
            LOG.warn("An aside was not whispered: {}", refused.getMessage());
            return false;
        }
    }

    /** Lets what is waiting be said, for a while. */
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
