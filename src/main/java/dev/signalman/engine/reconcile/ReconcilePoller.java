package dev.signalman.engine.reconcile;

import dev.signalman.dispatch.ActMutexHeldException;
import dev.signalman.dispatch.LostClaimException;
import dev.signalman.dispatch.ReconcileKey;
import dev.signalman.dispatch.ReconcileResult;
import dev.signalman.dispatch.Reconciler;
import dev.signalman.dispatch.StaleDecisionException;
import dev.signalman.engine.keys.ReconcileKeyStore;
import dev.signalman.engine.record.AfterCommitHandoff;
import dev.signalman.engine.timing.NamedThreads;
import dev.signalman.engine.timing.TickScheduler;
import dev.signalman.storage.Database;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Claims keys that are due and runs their reconcilers. One instance reconciles a key at a time; if it dies, another
 * takes the key over. Results that change nothing are written in a batch, together with the next claims.
 */
public final class ReconcilePoller {
    public static final Duration EVERY = Duration.ofMillis(500);
    private static final Logger LOG = LoggerFactory.getLogger(ReconcilePoller.class);
    private static final int THREADS = 8;
    /** Keys claimed at once. The rest stays for other instances. */
    private static final int MOST_IN_HAND = 32;
    /** How often a key is reconciled again at once because of acts that were settled meanwhile. */
    private static final int MOST_TURNS = 4;

    private final Database database;
    private final ReconcileKeyStore rows;
    private final ReconcileResultWriter writer;
    private final Map<ReconcileKey.Kind, Reconciler> reconcilers = new EnumMap<>(ReconcileKey.Kind.class);
    private final Set<Id> inHand = ConcurrentHashMap.newKeySet();
    private final Queue<Unwritten> unwritten = new ConcurrentLinkedQueue<>();
    private final TickScheduler tickScheduler;
    /** Whether more keys may be due than were claimed last. */
    private volatile boolean moreDue;

    private final ExecutorService pool = Executors.newFixedThreadPool(THREADS, NamedThreads.named("reconciler"));

    private record Id(ReconcileKey.Kind kind, String id) {
        static Id of(ReconcileKey key) {
            return new Id(key.kind(), key.id());
        }
    }

    private record Unwritten(ReconcileKey key, ReconcileResult result) {}

    @Inject
    ReconcilePoller(
            Database database,
            ReconcileKeyStore rows,
            ReconcileResultWriter writer,
            TickScheduler tickScheduler,
            Set<Reconciler> reconcilers) {
        this.database = database;
        this.rows = rows;
        this.writer = writer;
        this.tickScheduler = tickScheduler;
        reconcilers.forEach(reconciler -> this.reconcilers.put(reconciler.kind(), reconciler));
    }

    /** Writes the results that changed nothing, and claims the keys that are due. */
    public synchronized void wake() {
        var written = new ArrayList<Unwritten>();
        for (var each = unwritten.poll(); each != null; each = unwritten.poll()) {
            written.add(each);
        }
        written.sort(Comparator.comparing((Unwritten each) -> each.key().kind())
                .thenComparing(each -> each.key().id())); // the order in which wakes lock rows
        // a key in hand now may be claimed below and finish before it is taken; reconciling it again would repeat the
        // work
        var busy = new HashSet<>(inHand);
        written.forEach(each -> busy.remove(Id.of(each.key())));
        try {
            var claimed = database.inTransaction(handle -> {
                written.forEach(each -> rows.releaseQuietly(handle, each.key(), each.result()));
                return pool.isShutdown() ? List.<ReconcileKey>of() : rows.claim(handle, MOST_IN_HAND);
            });
            written.forEach(each -> inHand.remove(Id.of(each.key())));
            moreDue = claimed.size() == MOST_IN_HAND;
            claimed.stream().filter(key -> !busy.contains(Id.of(key))).forEach(this::take);
        } catch (RuntimeException away) {
            unwritten.addAll(written);
            throw away;
        }
    }

    private void take(ReconcileKey key) {
        var id = Id.of(key);
        if (!inHand.add(id)) {
            return;
        }
        try {
            pool.execute(() -> reconcile(key));
        } catch (RejectedExecutionException stopping) {
            inHand.remove(id); // drain gives the row back
        }
    }

    private void reconcile(ReconcileKey key) {
        var quiet = reconcile(key, Set.of(), 1);
        if (quiet == null) {
            inHand.remove(Id.of(key));
        } else {
            unwritten.add(new Unwritten(key, quiet));
        }
        if (moreDue && idle()) {
            tickScheduler.soon(AfterCommitHandoff.KEYS); // many are due at once: nobody waits for the next tick
        }
    }

    /**
     * Reconciles and writes what changed. It reconciles again if other acts with the mutex were settled meanwhile.
     *
     * @param known the invocations of those acts
     * @return what is still to be written; null for nothing
     */
    private @Nullable ReconcileResult reconcile(ReconcileKey key, Set<String> known, int turn) {
        var result = result(key);
        if (!(result instanceof ReconcileResult.WithOutcome written)) {
            return result;
        }
        try {
            writer.write(key, written, known);
            return null;
        } catch (ActMutexHeldException other) {
            LOG.debug("{} waits for another act: {}", key.id(), other.getMessage());
            return other.passed().isEmpty() || turn == MOST_TURNS
                    ? new ReconcileResult.Failed()
                    : reconcile(key, other.passed(), turn + 1);
        } catch (LostClaimException lost) {
            LOG.info("Another instance reconciles {} now", key.id());
            return null;
        } catch (StaleDecisionException stale) {
            LOG.debug("{} changed while it was reconciled; reconciling again", key.id());
            return null;
        } catch (RuntimeException failed) {
            LOG.warn("The result of {} could not be stored; reconciling again", key.id(), failed);
            return new ReconcileResult.Failed();
        }
    }

    private ReconcileResult result(ReconcileKey key) {
        try {
            var reconciler = reconcilers.get(key.kind());
            return reconciler == null ? new ReconcileResult.Over() : reconciler.reconcile(key);
        } catch (RuntimeException unexpected) {
            LOG.error("Reconciling {} failed; retrying", key, unexpected);
            return new ReconcileResult.Failed();
        }
    }

    /** Whether no reconcile is running. Results that changed nothing may still have to be written. */
    public boolean idle() {
        return inHand.size() == unwritten.size();
    }

    /** Claims nothing more, waits up to {@code most} for running reconciles, and writes their results. */
    public void drain(Duration most) throws InterruptedException {
        pool.shutdown();
        if (!pool.awaitTermination(most.toMillis(), TimeUnit.MILLISECONDS)) {
            pool.shutdownNow();
        }
        try {
            wake(); // only writes: nothing is claimed after the shutdown
        } catch (RuntimeException away) {
            LOG.warn("The last result could not be stored; reconciling again", away);
        }
    }

    public void stop() {
        pool.shutdownNow();
    }
}
