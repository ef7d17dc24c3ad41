package dev.signalman.engine.run;

import dev.signalman.dispatch.Claim;
import dev.signalman.dispatch.ClaimHandler;
import dev.signalman.dispatch.Invocation;
import dev.signalman.dispatch.LostClaimException;
import dev.signalman.dispatch.Origin;
import dev.signalman.dispatch.RetrySchedule;
import dev.signalman.engine.inbox.InboxStore;
import dev.signalman.engine.inbox.LineClassifier;
import dev.signalman.engine.timing.NamedThreads;
import dev.signalman.storage.Database;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Threads that work on this process's claims. The pollers do not claim again what the threads hold. */
public final class WorkerPool {
    private static final Logger LOG = LoggerFactory.getLogger(WorkerPool.class);
    private static final int THREADS = 8;

    /** Threads that one person may occupy; two are left for others. */
    private static final int THREADS_OF_ONE = 6;

    /** Separate threads for work without Semaphore, since everything else may wait for a slow Semaphore. */
    private static final int APART = 2;

    /** Claims held in memory; more stay in the database for any free process. */
    private static final int MOST_IN_HAND = 400;

    private static final int MOST_OF_ONE = 100;

    private final Provider<ClaimHandler> workload;
    private final Database database;
    private final InboxStore inbox;
    private final LineClassifier lineClassifier;
    private final Set<String> inHand = ConcurrentHashMap.newKeySet();
    private final Crew usual = new Crew("worker", THREADS, THREADS_OF_ONE);
    private final Crew apart = new Crew("worker-apart", APART, APART - 1);
    private volatile boolean stopped;

    /** A group of threads and its queue. */
    private final class Crew {
        private final FairQueue waiting;
        private final ExecutorService pool;

        Crew(String name, int threads, int threadsOfOne) {
            waiting = new FairQueue(threadsOfOne);
            pool = Executors.newFixedThreadPool(threads, NamedThreads.named(name));
        }

        void take(Claim claim) {
            waiting.add(claim);
            pool.execute(this::workOnNext);
        }

        private void workOnNext() {
            for (var claim = waiting.next(); claim != null && !stopped; claim = waiting.next()) {
                try {
                    work(claim);
                } finally {
                    waiting.done(claim);
                }
            }
        }
    }

    @Inject
    WorkerPool(Provider<ClaimHandler> workload, Database database, InboxStore inbox, LineClassifier lineClassifier) {
        this.workload = workload;
        this.database = database;
        this.inbox = inbox;
        this.lineClassifier = lineClassifier;
    }

    /** Whether this process can hold one more claim of the same person; otherwise it waits in the database. */
    public boolean hasRoomFor(Invocation invocation) {
        return room() > 0 && usual.waiting.of(invocation) + apart.waiting.of(invocation) < MOST_OF_ONE;
    }

    public int room() {
        return usual.pool.isShutdown() ? 0 : Math.max(0, MOST_IN_HAND - inHand.size());
    }

    /** Whether an invocation is running or waiting here. */
    public boolean holds(String invocationId) {
        return inHand.contains(invocationId);
    }

    /** Whether nothing is running or waiting here. */
    public boolean idle() {
        return inHand.isEmpty();
    }

    /** Runs a claim as soon as a thread is free. */
    public void take(Claim claim) {
        var id = claim.invocation().id();
        if (!inHand.add(id)) {
            return;
        }
        try {
            crew(claim).take(claim);
        } catch (RejectedExecutionException stopping) {
            inHand.remove(id); // the drain releases its row
        }
    }

    private Crew crew(Claim claim) {
        return standsApart(claim) ? apart : usual;
    }

    private boolean standsApart(Claim claim) {
        var origin = claim.invocation().origin();
        var said = !(origin instanceof Origin.Itself) && !(origin instanceof Origin.Noticed);
        return claim.pending() == null
                && said
                && lineClassifier.needsNoSemaphore(claim.invocation().line());
    }

    /** Starts nothing new and waits for running work; false if that takes longer than {@code most}. */
    public boolean drain(Duration most) throws InterruptedException {
        usual.pool.shutdown();
        apart.pool.shutdown();
        long until = System.nanoTime() + most.toNanos();
        return apart.pool.awaitTermination(most.toNanos(), TimeUnit.NANOSECONDS)
                && usual.pool.awaitTermination(until - System.nanoTime(), TimeUnit.NANOSECONDS);
    }

    public void stop() {
        stopped = true;
        usual.pool.shutdownNow();
        apart.pool.shutdownNow();
    }

    private void work(Claim claim) {
        var id = claim.invocation().id();
        try {
            workload.get().on(claim);
        } catch (LostClaimException lost) {
            LOG.info("Another instance works on {} now", id);
        } catch (RuntimeException unexpected) {
            LOG.error("Working on {} failed; retrying", id, unexpected);
            putAside(claim);
        } finally {
            inHand.remove(id);
        }
    }

    private void putAside(Claim claim) {
        var id = claim.invocation().id();
        try {
            database.inTransaction(handle -> {
                inbox.later(handle, id, RetrySchedule.BACKGROUND.after(claim.attempts()));
                return id;
            });
        } catch (RuntimeException failed) {
            LOG.warn("{} could not be postponed; the next sweep finds it", id, failed);
        }
    }
}
