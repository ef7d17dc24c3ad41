package dev.signalman.simulator.slack;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Sends due retries of events; looks ten times a second. */
final class EventRedelivery implements AutoCloseable {
    private static final long LOOK_EVERY_MILLIS = 100;

    private final EventsApi events;
    private @Nullable ScheduledExecutorService looking;

    EventRedelivery(EventsApi events) {
        this.events = events;
    }

    synchronized void start() {
        if (looking != null) {
            return;
        }
        var executor = Executors.newSingleThreadScheduledExecutor(work -> {
            var thread = new Thread(work, "slack-retries");
            thread.setDaemon(true);
            return thread;
        });
        var unused = executor.scheduleWithFixedDelay(
                events::retry, LOOK_EVERY_MILLIS, LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
        looking = executor;
    }

    @Override
    public synchronized void close() {
        if (looking != null) {
            looking.shutdownNow();
        }
    }
}
