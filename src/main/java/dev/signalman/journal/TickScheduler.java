package dev.signalman.journal;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Calls things after a while, and again and again. It measures real time; what is called decides by the injected clock. */
final class TickScheduler {
    private static final Logger LOG = LoggerFactory.getLogger(TickScheduler.class);

    private final ScheduledThreadPoolExecutor timer =
            new ScheduledThreadPoolExecutor(2, NamedThreads.named("clockwork"));

    @Inject
    TickScheduler() {
        timer.setRemoveOnCancelPolicy(true);
        timer.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        // once it has stopped: whatever was to be called is found again by the next process
        timer.setRejectedExecutionHandler(new ThreadPoolExecutor.DiscardPolicy());
    }

    /** Calls {@code task} at once and then every {@code pause}, whether it fails or not. */
    void every(Duration pause, String what, Runnable task) {
        var unused =
                timer.scheduleWithFixedDelay(() -> logging(what, task), 0, pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Calls {@code task} once. */
    Future<?> in(Duration wait, String what, Runnable task) {
        return timer.schedule(() -> logging(what, task), Math.max(1, wait.toMillis()), TimeUnit.MILLISECONDS);
    }

    /** Calls {@code task} as soon as a thread is free. */
    void now(String what, Runnable task) {
        timer.execute(() -> logging(what, task));
    }

    void stop() {
        timer.shutdownNow();
    }

    private static void logging(String what, Runnable task) {
        try {
            task.run();
        } catch (RuntimeException failed) {
            LOG.warn("{} failed; it is tried again", what, failed);
        }
    }
}
