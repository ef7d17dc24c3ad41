package dev.signalman.engine.timing;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs tasks after a delay or at intervals. It measures real time; the tasks themselves use the injected clock. */
public final class TickScheduler {
    private static final Logger LOG = LoggerFactory.getLogger(TickScheduler.class);

    private final Map<String, Runnable> ticks = new ConcurrentHashMap<>();
    private final Set<String> soon = ConcurrentHashMap.newKeySet();
    private final ScheduledThreadPoolExecutor timer =
            new ScheduledThreadPoolExecutor(2, NamedThreads.named("clockwork"));

    @Inject
    TickScheduler() {
        timer.setRemoveOnCancelPolicy(true);
        timer.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        // after a stop, tasks are dropped: the next process finds their work in the database
        timer.setRejectedExecutionHandler(new ThreadPoolExecutor.DiscardPolicy());
    }

    /** Runs {@code task} now and then every {@code pause}, even after failures. */
    public void every(Duration pause, String what, Runnable task) {
        ticks.put(what, task);
        var unused =
                timer.scheduleWithFixedDelay(() -> logging(what, task), 0, pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Runs {@code task} once. */
    public Future<?> in(Duration wait, String what, Runnable task) {
        return timer.schedule(() -> logging(what, task), Math.max(1, wait.toMillis()), TimeUnit.MILLISECONDS);
    }

    /**
     * Runs a repeated task ahead of time, once even if called several times meanwhile. Does nothing for an unknown
     * task.
     */
    public void soon(String what) {
        var task = ticks.get(what);
        if (task != null && soon.add(what)) {
            timer.execute(() -> {
                soon.remove(what);
                logging(what, task);
            });
        }
    }

    public void stop() {
        timer.shutdownNow();
    }

    private static void logging(String what, Runnable task) {
        try {
            task.run();
        } catch (RuntimeException failed) {
            LOG.warn("{} failed; retrying", what, failed);
        }
    }
}
