package dev.signalman.slack.inbound;

import dev.signalman.dispatch.Drawing;
import dev.signalman.dispatch.Messenger;
import dev.signalman.dispatch.MessengerException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says something to whoever pressed, after the acknowledgement: Slack ignores the body of that for presses. */
final class Asides implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Asides.class);

    private final Messenger messenger;
    private final ThreadPoolExecutor executor;

    Asides(Messenger messenger) {
        this.messenger = messenger;
        this.executor = new ThreadPoolExecutor(2, 2, 30, TimeUnit.SECONDS, new LinkedBlockingQueue<>(200), work -> {
            var thread = new Thread(work, "aside");
            thread.setDaemon(true);
            return thread;
        });
        executor.allowCoreThreadTimeOut(true);
    }

    void say(Press press, String words) {
        try {
            executor.execute(() -> send(press, new Drawing(words, "[]")));
        } catch (RejectedExecutionException full) {
            LOG.warn("Too many asides are waiting; one was dropped");
        }
    }

    private void send(Press press, Drawing drawing) {
        try {
            if (press.responseUrl() != null) {
                messenger.respond(press.responseUrl(), drawing, false);
            } else {
                var place = press.place();
                messenger.whisper(place.channel(), place.thread(), press.actor().userId(), drawing);
            }
        } catch (MessengerException refused) {
            LOG.warn("An aside was not said: {}", refused.getMessage());
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
