package dev.signalman.engine;

import dev.signalman.engine.cards.CardPublisher;
import dev.signalman.engine.cards.CardQueue;
import dev.signalman.engine.cards.DeliveryAcks;
import dev.signalman.engine.inbox.InboxStore;
import dev.signalman.engine.intake.DueWorkPoller;
import dev.signalman.engine.keys.ReconcileKeyStore;
import dev.signalman.engine.lease.Heartbeat;
import dev.signalman.engine.reconcile.ReconcilePoller;
import dev.signalman.engine.record.AfterCommitHandoff;
import dev.signalman.engine.run.WorkerPool;
import dev.signalman.engine.timing.BotTempo;
import dev.signalman.engine.timing.TickScheduler;
import dev.signalman.storage.Database;
import jakarta.inject.Inject;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts and stops all work on the journal. */
public final class Lifecycle implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Lifecycle.class);
    private static final Duration PICK_UP_EVERY = Duration.ofSeconds(5);
    private static final String SHOWING = "looking for cards to show";
    private static final Duration LAST_LOOKS = Duration.ofSeconds(3);
    private static final Duration LAST_MESSAGES = Duration.ofSeconds(5);

    private final Database database;
    private final Heartbeat heart;
    private final DueWorkPoller dueWorkPoller;
    private final WorkerPool workerPool;
    private final CardPublisher cardPublisher;
    private final DeliveryAcks deliveryAcks;
    private final ReconcilePoller reconcilePoller;
    private final ReconcileKeyStore keys;
    private final InboxStore inbox;
    private final TickScheduler tickScheduler;
    private final BotTempo tempo;

    @Inject
    Lifecycle(
            Database database,
            Heartbeat heart,
            DueWorkPoller dueWorkPoller,
            WorkerPool workerPool,
            CardPublisher cardPublisher,
            DeliveryAcks deliveryAcks,
            ReconcilePoller reconcilePoller,
            ReconcileKeyStore keys,
            InboxStore inbox,
            TickScheduler tickScheduler,
            BotTempo tempo) {
        this.database = database;
        this.heart = heart;
        this.dueWorkPoller = dueWorkPoller;
        this.workerPool = workerPool;
        this.cardPublisher = cardPublisher;
        this.deliveryAcks = deliveryAcks;
        this.reconcilePoller = reconcilePoller;
        this.keys = keys;
        this.inbox = inbox;
        this.tickScheduler = tickScheduler;
        this.tempo = tempo;
    }

    /** Starts all pollers and threads. */
    public void start() {
        heart.begin();
        deliveryAcks.start();
        tickScheduler.every(Heartbeat.EVERY, "beating", heart::beat);
        tickScheduler.every(tempo.of(DueWorkPoller.EVERY), DueWorkPoller.TICK, dueWorkPoller::claimDue);
        tickScheduler.every(tempo.of(PICK_UP_EVERY), "picking up", dueWorkPoller::pickUp);
        tickScheduler.every(tempo.of(ReconcilePoller.EVERY), AfterCommitHandoff.KEYS, reconcilePoller::wake);
        tickScheduler.every(tempo.of(CardQueue.LOOKED_AT_EVERY), SHOWING, cardPublisher::wake);
    }

    /** Claims due work at once, after the clock was moved. */
    public void wake() {
        tickScheduler.soon(DueWorkPoller.TICK);
        tickScheduler.soon(AfterCommitHandoff.KEYS);
        tickScheduler.soon(SHOWING);
    }

    /** Whether the database answers, within two seconds. */
    public boolean databaseAnswers() {
        return database.answers();
    }

    /**
     * Claims nothing more, waits up to {@code most} for running work, and releases the rest, so another process or the
     * next start continues it at once.
     */
    public void drain(Duration most) throws InterruptedException {
        if (!workerPool.drain(most)) {
            LOG.warn("Some work was not finished; it resumes at the next start");
        }
        tickScheduler.stop();
        reconcilePoller.drain(LAST_LOOKS);
        cardPublisher.drain(LAST_MESSAGES);
        deliveryAcks.stop();
        deliveryAcks.join(LAST_MESSAGES);
        giveBack();
    }

    private void giveBack() {
        try {
            database.inTransaction(handle -> {
                inbox.giveBackAll(handle);
                keys.giveBackAll(handle);
                return true;
            });
            heart.stop();
        } catch (RuntimeException away) {
            LOG.warn(
                    "Unfinished work could not be released; another instance takes it over once this one counts as dead",
                    away);
        }
    }

    /** Stops at once; another process or the next start continues the work. */
    @Override
    public void close() {
        workerPool.stop();
        reconcilePoller.stop();
        tickScheduler.stop();
        cardPublisher.stop();
        deliveryAcks.stop();
    }
}
