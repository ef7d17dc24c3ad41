package dev.signalman.slack.inbound;

import dev.signalman.dispatch.Intake;
import dev.signalman.dispatch.Invocation;
import dev.signalman.dispatch.NotTakenException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has invocations taken in, and tells what became of it within the time that Slack gives, however long the database takes. A
 * taking that hangs is not interrupted, since H2 closes its file when its thread is; it is left to end by itself.
 */
final class Reception implements AutoCloseable {
    /** What became of it. */
    enum Receipt {
        TAKEN,
        TOO_LATE,
        /** The stored line that the button names is gone. */
        TOO_OLD,
        NOT_TAKEN,
        /** It may be taken yet. */
        UNCERTAIN
    }

    private static final Logger LOG = LoggerFactory.getLogger(Reception.class);
    private static final int THREADS = 16;

    private final Intake intake;
    private final Duration patience;
    private final ThreadPoolExecutor executor;

    /** Waits for {@code patience}, which leaves Slack's 3 s some room for the way. */
    Reception(Intake intake, Duration patience) {
        this.intake = intake;
        this.patience = patience;
        var count = new AtomicInteger();
        this.executor =
                new ThreadPoolExecutor(THREADS, THREADS, 30, TimeUnit.SECONDS, new LinkedBlockingQueue<>(64), work -> {
                    var thread = new Thread(work, "intake-" + count.incrementAndGet());
                    thread.setDaemon(true);
                    return thread;
                });
        executor.allowCoreThreadTimeOut(true);
    }

    /** Takes in what {@code invocation} makes; it may read the database, and makes null of a button that is too old. */
    Receipt receive(Callable<@Nullable Invocation> invocation) {
        var begun = new AtomicBoolean();
        var task = new FutureTask<>(() -> begun.compareAndSet(false, true) ? take(invocation) : Receipt.NOT_TAKEN);
        try {
            executor.execute(task);
            return task.get(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException | TimeoutException late) {
            return begun.compareAndSet(false, true) ? Receipt.NOT_TAKEN : Receipt.UNCERTAIN;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return Receipt.UNCERTAIN;
        } catch (ExecutionException broken) {
            return refused(broken.getCause());
        }
    }

    private Receipt take(Callable<@Nullable Invocation> invocation) throws Exception {
        var made = invocation.call();
        if (made == null) {
            return Receipt.TOO_OLD;
        }
        return intake.take(made) == Intake.Taking.TOO_LATE ? Receipt.TOO_LATE : Receipt.TAKEN;
    }

    private static Receipt refused(@Nullable Throwable cause) {
        if (cause instanceof NotTakenException) {
            LOG.warn("Not taken: {}", cause.getMessage());
        } else {
            LOG.error("Not taken, and not for want of a database", cause);
        }
        return Receipt.NOT_TAKEN;
    }

    @Override
    public void close() {
        executor.shutdown();
    }
}
