package dev.signalman.schedule;

import com.github.kagkarlsson.scheduler.Clock;
import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import dev.signalman.dispatch.IdGenerator;
import dev.signalman.port.Chore;
import dev.signalman.storage.Database;
import dev.signalman.storage.PurgedTable;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs due chores. Of all instances that share the database, one runs a chore at a time, and another takes over when
 * that one dies.
 */
public final class ChoreScheduler implements AutoCloseable {
    private static final Duration LONGEST_POLL = Duration.ofSeconds(10);
    private static final Duration SHORTEST_POLL = Duration.ofMillis(500);
    private static final Duration HEARTBEAT = Duration.ofSeconds(3);

    /** Heartbeats after which an instance counts as dead; the search for dead instances takes up to two more. */
    private static final int MISSED_HEARTBEATS = 4;

    private static final Duration LAST_CHORE = Duration.ofSeconds(5);

    private static final Logger LOG = LoggerFactory.getLogger(ChoreScheduler.class);

    private final Scheduler scheduler;

    @Inject
    ChoreScheduler(
            Database database,
            Set<Chore> contributed,
            Set<PurgedTable> purged,
            InstantSource clock,
            IdGenerator idGenerator) {
        var chores = Stream.concat(
                        contributed.stream(),
                        purged.stream().map(table -> new OldRowPurge(database.jdbi(), clock, table)))
                .toList();
        List<RecurringTask<Void>> tasks =
                chores.stream().map(ChoreScheduler::task).toList();
        this.scheduler = Scheduler.create(database.source())
                // by default it is named by the host, which in a container may have no name
                .schedulerName(new SchedulerName.Fixed(idGenerator.next()))
                .startTasks(tasks)
                .executorService(Executors.newSingleThreadExecutor(ChoreScheduler::thread))
                .pollingInterval(poll(chores))
                .heartbeatInterval(HEARTBEAT)
                .missedHeartbeatsLimit(MISSED_HEARTBEATS)
                .shutdownMaxWait(LAST_CHORE)
                .clock(new MonotonicClock(clock))
                .alwaysPersistTimestampInUTC()
                .build();
    }

    private static Thread thread(Runnable work) {
        var thread = new Thread(work, "chores");
        // without a database the scheduler throws; it tries again by itself
        thread.setUncaughtExceptionHandler(
                (dead, failure) -> LOG.warn("Scheduled jobs could not start; retrying: {}", failure.toString()));
        return thread;
    }

    /** Polls often enough that no chore is late by more than half of its interval. */
    private static Duration poll(List<? extends Chore> chores) {
        var most = chores.stream()
                .map(chore -> chore.every().dividedBy(2))
                .reduce(LONGEST_POLL, (one, other) -> one.compareTo(other) < 0 ? one : other);
        return most.compareTo(SHORTEST_POLL) < 0 ? SHORTEST_POLL : most;
    }

    private static RecurringTask<Void> task(Chore chore) {
        return Tasks.recurring(chore.name(), FixedDelay.of(chore.every())).execute((instance, context) -> chore.run());
    }

    public void start() {
        scheduler.start();
    }

    /** Looks for due chores now. */
    public void wake() {
        scheduler.triggerCheckForDueExecutions();
    }

    /** Starts nothing more, and waits a few seconds for a running chore. */
    @Override
    public void close() {
        scheduler.stop();
    }

    /**
     * The time by which chores are due: the given one, but never going back. Else, after a clock was set back by an hour, nothing would
     * be done for an hour; instead this runs an hour ahead until the next start.
     */
    private static final class MonotonicClock implements Clock {
        private final InstantSource clock;
        private Instant last = Instant.MIN;
        private Duration ahead = Duration.ZERO;

        MonotonicClock(InstantSource clock) {
            this.clock = clock;
        }

        @Override
        public synchronized Instant now() {
            var given = clock.instant();
            if (given.isBefore(last)) {
                ahead = ahead.plus(Duration.between(given, last));
            }
            last = given;
            return given.plus(ahead);
        }
    }
}
