package dev.signalman.journal;

import dev.signalman.dispatch.Claim;
import dev.signalman.dispatch.ClaimHandler;
import dev.signalman.dispatch.Invocation;
import dev.signalman.dispatch.LostClaimException;
import dev.signalman.dispatch.Origin;
import dev.signalman.dispatch.RetrySchedule;
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

/** The threads that work on what this process claimed. What is in their hands is claimed by no sweep of this process again. */
final class WorkerPool {
    private static final Logger LOG = LoggerFactory.getLogger(WorkerPool.class);
    private static final int THREADS = 8;

    /** Two are left for others, however much one person asks for, and however long it takes. */
    private static final int THREADS_OF_ONE = 6;

    /** Threads for what needs no Semaphore: when that is slow, all others wait for it. */
    private static final int APART = 2;

    /** So many wait in memory; more is left in the database for whoever is free. */
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

    /** Some threads, and what waits for them. */
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

    /** Whether one more of the same person can be taken in hand; else it waits in the database with all others. */
    boolean hasRoomFor(Invocation invocation) {
        return room() > 0 && usual.waiting.of(invocation) + apart.waiting.of(invocation) < MOST_OF_ONE;
    }

    /** How much more can be claimed. */
    int room() {
        return usual.pool.isShutdown() ? 0 : Math.max(0, MOST_IN_HAND - inHand.size());
    }

    /** Whether it is being worked on here, or waits for it. */
    boolean holds(String invocationId) {
        return inHand.contains(invocationId);
    }

    /** Whether nothing is worked on here, or waits for it. */
    boolean idle() {
        return inHand.isEmpty();
    }

    /** Works on a claim as soon as a thread is free. */
    void take(Claim claim) {
        var id = claim.invocation().id();
        if (!inHand.add(id)) {
            return;
        }
        try {
            crew(claim).take(claim);
        } catch (RejectedExecutionException stopping) {
            inHand.remove(id); // its row is given back at the end of the drain
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

    /** Begins nothing new, and waits until what runs is done; false when it was not within {@code most}. */
    boolean drain(Duration most) throws InterruptedException {
        usual.pool.shutdown();
        apart.pool.shutdown();
        long until = System.nanoTime() + most.toNanos();
        return apart.pool.awaitTermination(most.toNanos(), TimeUnit.NANOSECONDS)
                && usual.pool.awaitTermination(until - System.nanoTime(), TimeUnit.NANOSECONDS);
    }

    void stop() {
        stopped = true;
        usual.pool.shutdownNow();
        apart.pool.shutdownNow();
    }

    private void work(Claim claim) {
        var id = claim.invocation().id();
        try {
            workload.get().on(claim);
        } catch (LostClaimException lost) {
            LOG.info("Another process works on {} now", id);
        } catch (RuntimeException unexpected) {
            LOG.error("Working on {} broke", id, unexpected);
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
            LOG.warn("{} could not be put aside; a sweep will find it", id, failed);
        }
    }
}
