package dev.signalman.engine.cards;

import dev.signalman.engine.cards.ChannelQueues.QueuePassResult;
import dev.signalman.engine.timing.NamedThreads;
import dev.signalman.engine.timing.TickScheduler;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends wanted cards to Slack. It is notified of changes after each commit, and polls at intervals. */
public final class CardPublisher {
    private static final Logger LOG = LoggerFactory.getLogger(CardPublisher.class);
    private static final int THREADS = 16;

    /** Age from which an unsent aside counts as missed; handed-over ones are sent much earlier. */
    private static final Duration LEFT_LYING = Duration.ofSeconds(10);

    private final CardQueue queue;
    private final ChannelQueues channelQueues;
    private final EphemeralPublisher ephemeralPublisher;
    private final DeliveryAcks deliveryAcks;
    private final LateUpdates late;
    private final TickScheduler tickScheduler;
    private final InstantSource clock;
    private final KeyedTurns turns = new KeyedTurns();
    private final ConcurrentMap<String, ChannelQueue> held = new ConcurrentHashMap<>();
    private final ExecutorService senders = Executors.newFixedThreadPool(THREADS, NamedThreads.named("sender"));

    @Inject
    CardPublisher(
            CardQueue queue,
            ChannelQueues channelQueues,
            EphemeralPublisher ephemeralPublisher,
            DeliveryAcks deliveryAcks,
            LateUpdates late,
            TickScheduler tickScheduler,
            InstantSource clock) {
        this.queue = queue;
        this.channelQueues = channelQueues;
        this.ephemeralPublisher = ephemeralPublisher;
        this.deliveryAcks = deliveryAcks;
        this.late = late;
        this.tickScheduler = tickScheduler;
        this.clock = clock;
    }

    /** Finds unsent cards now and shows them. */
    public void wake() {
        late.repair();
        queue.laggingChannels().forEach(this::show);
        queue.laggingAsides(clock.instant().minus(LEFT_LYING)).forEach(this::tellAnew);
    }

    /** Shows what a transaction changed. */
    public void show(CardChanges changes) {
        changes.asides.forEach(this::tell);
        changes.changedAsides.forEach(this::tellAnew);
        changes.channels.forEach(this::show);
    }

    /** Shows the unsent cards of a channel. */
    void show(String channel) {
        enter(channel, () -> lane(channel));
    }

    /** Shows a new aside. */
    void tell(CardRow row) {
        enter(row.key(), () -> aside(row.key(), row));
    }

    /** Shows a changed aside. */
    void tellAnew(String key) {
        enter(key, () -> aside(key, null));
    }

    /** Whether nothing is being sent; postponed cards do not count. */
    public boolean idle() {
        return turns.over();
    }

    /** Waits for running calls. */
    public void drain(Duration most) throws InterruptedException {
        senders.shutdown();
        if (!senders.awaitTermination(most.toMillis(), TimeUnit.MILLISECONDS)) {
            senders.shutdownNow();
        }
    }

    public void stop() {
        senders.shutdown();
    }

    private void enter(String key, Runnable task) {
        if (!turns.enter(key)) {
            return;
        }
        try {
            senders.execute(task);
        } catch (RejectedExecutionException stopping) {
            turns.leave(key);
        }
    }

    private void aside(String key, @Nullable CardRow fresh) {
        try {
            var row = fresh == null ? queue.aside(key).orElse(null) : fresh;
            if (row != null && ephemeralPublisher.show(row)) {
                deliveryAcks.shown(row, this::leaveAside);
                return;
            }
        } catch (RuntimeException failed) {
            LOG.warn("{} could not be shown; retrying", key, failed);
        }
        leaveAside(key);
    }

    private void leaveAside(String key) {
        if (turns.knocked(key)) {
            turns.leave(key);
            tellAnew(key);
        }
    }

    private void lane(String channel) {
        try {
            do {
                run(channel);
            } while (turns.knocked(channel));
        } catch (RuntimeException failed) {
            turns.leave(channel);
            LOG.warn("Sending to {} stopped; retrying", channel, failed);
        }
    }

    /** Schedules a repair: a late update of the lane's dead owner may overwrite what is sent now. */
    private void repairLater(String channel) {
        var keys = queue.onTheirWay(channel);
        if (!keys.isEmpty()) {
            var unused = tickScheduler.in(LateUpdates.LANDED, "sending once more in " + channel, () -> {
                queue.sendAgain(channel, keys);
                show(channel);
            });
        }
    }

    private void run(String channel) {
        var channelQueue = held.get(channel);
        if (channelQueue == null) {
            var lease = queue.lease(channel);
            if (lease == CardQueue.Lease.ANOTHERS) {
                return;
            }
            if (lease == CardQueue.Lease.TAKEN_OVER) {
                repairLater(channel);
            }
            channelQueue = new ChannelQueue(Instant.MIN);
            held.put(channel, channelQueue);
        }
        QueuePassResult queuePassResult;
        do {
            queuePassResult = channelQueues.step(channel, channelQueue, this::tellAnew);
        } while (queuePassResult.moved());
        var wake = queuePassResult.wake();
        if (wake != null) {
            channelQueue.wakeBy(tickScheduler.in(
                    Duration.between(clock.instant(), wake), "showing " + channel, () -> show(channel)));
        } else if (channelQueue.forgettable(clock.instant())) {
            held.remove(channel);
        }
    }

    /** Lets one thread at a time work on a key. Another thread leaves at once, and the one inside runs once more. */
    private static final class KeyedTurns {
        private final ConcurrentMap<String, Boolean> inside = new ConcurrentHashMap<>();

        /** False when another thread is inside; it runs once more. */
        boolean enter(String key) {
            return !inside.merge(key, false, (there, ignored) -> true);
        }

        /** True when another thread came meanwhile: then this one is still inside and must run once more. */
        boolean knocked(String key) {
            return inside.computeIfPresent(key, (same, knocked) -> knocked ? false : null) != null;
        }

        /** Whether no thread is inside. */
        boolean over() {
            return inside.isEmpty();
        }

        /** Leaves, even if another thread came meanwhile. */
        void leave(String key) {
            inside.remove(key);
        }
    }
}
