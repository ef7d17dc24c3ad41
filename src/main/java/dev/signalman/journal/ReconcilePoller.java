package dev.signalman.journal;

import dev.signalman.dispatch.LostClaimException;
import dev.signalman.dispatch.ReconcileKey;
import dev.signalman.dispatch.ReconcileResult;
import dev.signalman.dispatch.Reconciler;
import dev.signalman.dispatch.StaleDecisionException;
import dev.signalman.storage.Database;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has looked at what is watched when that is due. Of many instances one looks; when it dies over it, another one does. Looks that
 * found nothing new are written down together, with the next claims.
 */
final class ReconcilePoller {
    static final Duration EVERY = Duration.ofMillis(500);
    private static final Logger LOG = LoggerFactory.getLogger(ReconcilePoller.class);
    private static final int THREADS = 4;
    /** So many are claimed at once; what is left is there for others who are free. */
    private static final int MOST_IN_HAND = 32;

    private final Database database;
    private final ReconcileKeyStore rows;
    private final ReconcileResultWriter keeper;
    private final Map<ReconcileKey.Kind, Reconciler> reconcilers = new EnumMap<>(ReconcileKey.Kind.class);
    private final Set<Key> inHand = ConcurrentHashMap.newKeySet();
    private final Queue<Unwritten> unwritten = new ConcurrentLinkedQueue<>();
    private final ExecutorService pool = Executors.newFixedThreadPool(THREADS, NamedThreads.named("looker"));

    private record Key(ReconcileKey.Kind kind, String id) {
        static Key of(ReconcileKey watched) {
            return new Key(watched.kind(), watched.id());
        }
    }

    private record Unwritten(ReconcileKey watched, ReconcileResult look) {}

    @Inject
    ReconcilePoller(
            Database database, ReconcileKeyStore rows, ReconcileResultWriter keeper, Set<Reconciler> reconcilers) {
        this.database = database;
        this.rows = rows;
        this.keeper = keeper;
        reconcilers.forEach(reconciler -> this.reconcilers.put(reconciler.kind(), reconciler));
    }

    /** Writes down what found nothing new, and looks at what is due. */
    void wake() {
        List<Unwritten> written = new ArrayList<>();
        for (var each = unwritten.poll(); each != null; each = unwritten.poll()) {
            written.add(each);
        }
        try {
            var claimed = database.inTransaction(handle -> {
                written.forEach(each -> rows.releaseQuietly(handle, each.watched(), each.look()));
                var room = pool.isShutdown() ? 0 : MOST_IN_HAND;
                return room == 0 ? List.<ReconcileKey>of() : rows.claim(handle, room);
            });
            written.forEach(each -> inHand.remove(Key.of(each.watched())));
            claimed.forEach(this::take);
        } catch (RuntimeException away) {
            unwritten.addAll(written);
            throw away;
        }
    }

    private void take(ReconcileKey watched) {
        var key = Key.of(watched);
        if (!inHand.add(key)) {
            return;
        }
        try {
            pool.execute(() -> look(watched));
        } catch (RejectedExecutionException stopping) {
            inHand.remove(key); // its row is given back at the end of the drain
        }
    }

    private void look(ReconcileKey watched) {
        ReconcileResult result;
        try {
            var reconciler = reconcilers.get(watched.kind());
            result = reconciler == null ? new ReconcileResult.Over() : reconciler.at(watched);
        } catch (RuntimeException unexpected) {
            LOG.error("Looking at {} broke; it is tried again", watched, unexpected);
            result = new ReconcileResult.Failed();
        }
        if (result instanceof ReconcileResult.Unchanged
                || result instanceof ReconcileResult.Asleep
                || result instanceof ReconcileResult.Failed) {
            unwritten.add(new Unwritten(watched, result));
            return;
        }
        try {
            keeper.keep(watched, result);
        } catch (LostClaimException lost) {
            LOG.info("Another process watches {} now", watched.id());
        } catch (StaleDecisionException stale) {
            LOG.debug("{} changed while it was looked at; it is looked at again", watched.id());
        } catch (RuntimeException failed) {
            LOG.warn("What was seen of {} could not be written down; it is looked at again", watched.id(), failed);
        } finally {
            inHand.remove(Key.of(watched));
        }
    }

    /** Whether nothing is being looked at; that nothing new was found may still have to be written down. */
    boolean idle() {
        return inHand.size() == unwritten.size();
    }

    /** Begins nothing more, lets looks come to their end, and gives everything back. */
    void drain(Duration most) throws InterruptedException {
        pool.shutdown();
        if (!pool.awaitTermination(most.toMillis(), TimeUnit.MILLISECONDS)) {
            pool.shutdownNow();
        }
        try {
            wake(); // only writes, since nothing is claimed any more
        } catch (RuntimeException away) {
            LOG.warn("What was seen last could not be written down; it is looked at again", away);
        }
    }

    void stop() {
        pool.shutdownNow();
    }
}
