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
 * Look something up while Slack waits, and no longer than it does. What takes longer goes on by itself, so that what was read is there for
 * the next question.
 */
final class TimeLimitedLookup implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TimeLimitedLookup.class);
    private static final int AT_ONCE = 8;
    private static final int MOST_WAITING = 32;

    private final ThreadPoolExecutor executor;

    /** Named by what they look up; those who look up one thing do not keep those waiting who look up another. */
    TimeLimitedLookup(String name) {
        this.executor = new ThreadPoolExecutor(
                AT_ONCE, AT_ONCE, 30, TimeUnit.SECONDS, new ArrayBlockingQueue<>(MOST_WAITING), work -> {
                    var thread = new Thread(work, name);
                    thread.setDaemon(true);
                    return thread;
                });
        executor.allowCoreThreadTimeOut(true);
    }

    /** What {@code question} gives; null when it gives that, when it fails, and when it is not answered within {@code patience}. */
    <T> @Nullable T ask(Duration patience, Callable<@Nullable T> question) {
        try {
            return executor.submit(question).get(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException | RejectedExecutionException busy) {
            return null;
        } catch (ExecutionException failed) {
            LOG.warn("Not known while Slack waited: {}", String.valueOf(failed.getCause()));
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
