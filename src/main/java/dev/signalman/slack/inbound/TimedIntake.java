package dev.signalman.slack.inbound;

import dev.signalman.dispatch.Intake;
import dev.signalman.dispatch.IntakeFailedException;
import dev.signalman.dispatch.Invocation;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has invocations taken in, and sees to it that Slack hears something within the time that it gives, however long the database
 * takes. The taking runs on the request's own thread, since to hand it over costs more than to verify and parse it
 * (docs/benchmarks.md); a watch answers ahead of one that lasts too long, which is left to end by itself.
 */
final class TimedIntake implements AutoCloseable {
    /** What became of it. */
    enum Receipt {
        TAKEN,
        TOO_LATE,
        /** The stored line that the button names is gone. */
        TOO_OLD,
        /** Whoever asked is over the limit of this minute, and is to be told. */
        TOO_MUCH,
        /** Whoever asked is still over the limit, and was told so in this minute. */
        TOO_MUCH_AGAIN,
        NOT_TAKEN
    }

    private static final Logger LOG = LoggerFactory.getLogger(TimedIntake.class);
    private static final int AT_ONCE = 16;
    private static final long LOOK_EVERY_MILLIS = 100;

    private final Intake intake;
    private final PersonRateLimit rateLimit;
    private final Duration patience;
    private final Semaphore places = new Semaphore(AT_ONCE, true);
    private final Set<Watched> watched = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService watch;

    /** A taking that runs; each is another one, however alike. */
    private static final class Watched {
        final long deadline;
        final Runnable late;

        Watched(long deadline, Runnable late) {
            this.deadline = deadline;
            this.late = late;
        }
    }

    /** Waits for {@code patience}, which leaves Slack's 3 s some room for the way. */
    TimedIntake(Intake intake, PersonRateLimit rateLimit, Duration patience) {
        this.intake = intake;
        this.rateLimit = rateLimit;
        this.patience = patience;
        this.watch = Executors.newSingleThreadScheduledExecutor(work -> {
            var thread = new Thread(work, "intake-watch");
            thread.setDaemon(true);
            return thread;
        });
        var unused =
                watch.scheduleWithFixedDelay(this::look, LOOK_EVERY_MILLIS, LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    /**
     * Takes in what {@code invocation} makes; it may read the database, and makes null of a button that is too old.
     *
     * @param late answers Slack, without waiting, when this does not return in time; what was begun may be taken yet
     */
    Receipt receive(Callable<@Nullable Invocation> invocation, Runnable late) {
        return receive(System.nanoTime(), invocation, late);
    }

    /**
     * The same of what was begun with earlier.
     *
     * @param began when it came, in {@link System#nanoTime}: Slack waits since then
     */
    Receipt receive(long began, Callable<@Nullable Invocation> invocation, Runnable late) {
        var one = new Watched(began + patience.toNanos(), late);
        try {
            if (!places.tryAcquire(one.deadline - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                return Receipt.NOT_TAKEN;
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return Receipt.NOT_TAKEN;
        }
        watched.add(one);
        try {
            return take(invocation);
        } catch (IntakeFailedException away) {
            LOG.warn("Not taken: {}", away.getMessage());
            return Receipt.NOT_TAKEN;
        } catch (Exception broken) {
            LOG.error("Not taken, and not for want of a database", broken);
            return Receipt.NOT_TAKEN;
        } finally {
            watched.remove(one);
            places.release();
        }
    }

    private Receipt take(Callable<@Nullable Invocation> invocation) throws Exception {
        var made = invocation.call();
        if (made == null) {
            return Receipt.TOO_OLD;
        }
        return switch (rateLimit.next(made.actor().userId())) {
            case IN -> intake.take(made) == Intake.Taking.TOO_LATE ? Receipt.TOO_LATE : Receipt.TAKEN;
            case REFUSED -> Receipt.TOO_MUCH;
            case REFUSED_AGAIN -> Receipt.TOO_MUCH_AGAIN;
        };
    }

    private void look() {
        long now = System.nanoTime();
        var late = watched.stream().filter(one -> now - one.deadline > 0).toList();
        late.stream().filter(watched::remove).forEach(TimedIntake::answer);
    }

    private static void answer(Watched one) {
        try {
            one.late.run();
        } catch (RuntimeException broken) {
            LOG.warn("Slack was not answered in time", broken);
        }
    }

    @Override
    public void close() {
        watch.shutdownNow();
    }
}
