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
 * Records invocations, and answers Slack in time however long the database takes. Recording runs on the request's
 * thread, since a handover costs more than verifying and parsing the request (docs/benchmarks.md). A watch thread
 * answers Slack if recording takes too long; the recording continues.
 */
final class TimedIntake implements AutoCloseable {
    /** The result of recording an invocation. */
    enum Receipt {
        TAKEN,
        TOO_LATE,
        /** The stored line of the button is gone. */
        TOO_OLD,
        /** The person exceeded the limit of this minute; tell them. */
        TOO_MUCH,
        /** The person is still over the limit, and was told in this minute already. */
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

    /** A recording in progress; compared by identity. */
    private static final class Watched {
        final long deadline;
        final Runnable late;

        Watched(long deadline, Runnable late) {
            this.deadline = deadline;
            this.late = late;
        }
    }

    /** Waits for {@code patience}, which must leave time for the network within Slack's 3 s. */
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
     * Records the invocation.
     *
     * @param invocation returns the invocation; may read the database; null if its stored line is gone
     * @param late answers Slack without waiting; called if this does not return in time, though the invocation may
     *     still be recorded
     */
    Receipt receive(Callable<@Nullable Invocation> invocation, Runnable late) {
        return receive(System.nanoTime(), invocation, late);
    }

    /**
     * Records an invocation whose request came earlier.
     *
     * @param began when the request came, in {@link System#nanoTime}; Slack's time limit counts from then
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
            LOG.warn("A request from Slack was not taken, and its sender reads so: {}", away.getMessage());
            return Receipt.NOT_TAKEN;
        } catch (Exception broken) {
            LOG.error(
                    "A request from Slack was not taken, and its sender reads so; please report it with the stack trace",
                    broken);
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
            LOG.warn("Slack was not answered within its 3 seconds, so it may send the request again", broken);
        }
    }

    @Override
    public void close() {
        watch.shutdownNow();
    }
}
