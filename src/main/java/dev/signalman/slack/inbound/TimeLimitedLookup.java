package dev.signalman.slack.inbound;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks something up with a time limit while Slack waits. A late lookup continues in the background, so that the next
 * one finds its data cached.
 */
final class TimeLimitedLookup implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TimeLimitedLookup.class);
    private static final int AT_ONCE = 8;
    private static final int MOST_WAITING = 32;

    private final ThreadPoolExecutor executor;

    /** Has a separate thread pool, so that it does not delay other lookups; {@code name} names its threads. */
    TimeLimitedLookup(String name) {
        this.executor = new ThreadPoolExecutor(
                AT_ONCE, AT_ONCE, 30, TimeUnit.SECONDS, new ArrayBlockingQueue<>(MOST_WAITING), work -> {
                    var thread = new Thread(work, name);
                    thread.setDaemon(true);
                    return thread;
                });
        executor.allowCoreThreadTimeOut(true);
    }

    /** The result of {@code question}; null if it is null, fails, or takes longer than {@code patience}. */
    <T> @Nullable T ask(Duration patience, Callable<@Nullable T> question) {
        try {
            return executor.submit(question).get(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException | RejectedExecutionException busy) {
            return null;
        } catch (ExecutionException failed) {
            LOG.warn("A lookup for a form failed, so the form does without: {}", String.valueOf(failed.getCause()));
            return null;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return null;
        }
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}
