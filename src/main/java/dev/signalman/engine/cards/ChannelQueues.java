package dev.signalman.engine.cards;

import dev.signalman.chat.MessengerException;
import dev.signalman.dispatch.LeaseFreshness;
import dev.signalman.dispatch.RetrySchedule;
import dev.signalman.engine.cards.CardQueue.LaggingCard;
import dev.signalman.engine.timing.BotTempo;
import dev.signalman.engine.timing.BotTempo.SendRate;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Goes through one channel's lane and shows what may be shown now: posts in order and paced, updates at each card's
 * pace.
 */
public final class ChannelQueues {
    private final CardQueue queue;
    private final MessagePublisher messagePublisher;
    private final CardProgressStore progress;
    private final MethodBackoff methodBackoff;
    private final UpdateBudget budget;
    private final BacklogCondenser backlogCondenser;
    private final CardMetrics meter;
    private final SendRate sendRate;
    private final InstantSource clock;

    @Inject
    ChannelQueues(
            CardQueue queue,
            MessagePublisher messagePublisher,
            CardProgressStore progress,
            MethodBackoff methodBackoff,
            UpdateBudget budget,
            BacklogCondenser backlogCondenser,
            CardMetrics meter,
            BotTempo tempo,
            InstantSource clock) {
        this.queue = queue;
        this.messagePublisher = messagePublisher;
        this.progress = progress;
        this.methodBackoff = methodBackoff;
        this.budget = budget;
        this.backlogCondenser = backlogCondenser;
        this.meter = meter;
        this.sendRate = tempo.slack();
        this.clock = clock;
    }

    /**
     * Goes through a lane once; {@code asideMade} receives the keys of asides that replace cards which cannot be
     * posted.
     */
    QueuePassResult step(String channel, ChannelQueue channelQueue, Consumer<String> asideMade) {
        var queuePassResult = new QueuePassResult();
        var postsWait = false;
        for (var posted : channelQueue.unwritten()) {
            write(
                    channelQueue,
                    posted); // even if another process owns the lane by now; it learns of the message this way
        }
        var read = LeaseFreshness.begin();
        for (var lagging : queue.lagging(channel)) {
            if (read.over()) {
                queuePassResult.move();
                return queuePassResult; // the lease may be lost by now: read the lane again
            }
            var row = lagging.row();
            if (row.timestamp() != null) {
                update(lagging, channelQueue, queuePassResult, asideMade);
            } else if (!postsWait) {
                postsWait = !post(lagging, channelQueue, queuePassResult, asideMade);
                if (channelQueue.late()) {
                    backlogCondenser.close(channel);
                    channelQueue.late(false);
                    return queuePassResult; // the set of unsent cards has changed
                }
            }
        }
        return queuePassResult;
    }

    /** Returns false when later posts have to wait for this one. */
    private boolean post(
            LaggingCard lagging,
            ChannelQueue channelQueue,
            QueuePassResult queuePassResult,
            Consumer<String> asideMade) {
        var row = lagging.row();
        var thread = row.thread();
        if (row.parentKey() != null) {
            var parent = queue.parent(row.parentKey());
            if (parent.coming()) {
                return true; // it waits for its parent and holds up nothing else
            }
            thread = parent.thread().orElse(thread);
        }
        if (waits(
                row,
                meant(channelQueue.nextPost(), sendRate.betweenPosts()),
                MethodBackoff.Method.POST,
                queuePassResult)) {
            return false;
        }
        channelQueue.posted(clock.instant().plus(sendRate.betweenPosts()));
        queuePassResult.move();
        try {
            var at = messagePublisher.post(row, thread);
            channelQueue.posted(clock.instant().plus(sendRate.betweenPosts()));
            var posted = new ChannelQueue.Posted(row, at, thread);
            channelQueue.remember(posted);
            write(channelQueue, posted);
            meter.posted(lag(lagging));
            channelQueue.late(backlogCondenser.concerns(lag(lagging)));
            return true;
        } catch (MessengerException failed) {
            return messagePublisher.failed(lagging, MethodBackoff.Method.POST, failed, asideMade);
        }
    }

    private void update(
            LaggingCard lagging,
            ChannelQueue channelQueue,
            QueuePassResult queuePassResult,
            Consumer<String> asideMade) {
        var row = lagging.row();
        if (waits(
                row,
                meant(channelQueue.nextUpdate(row.key()), sendRate.betweenUpdates()),
                MethodBackoff.Method.UPDATE,
                queuePassResult)) {
            return;
        }
        var later = budget.pass(lagging);
        if (later != null) {
            queuePassResult.wakeAt(later);
            return;
        }
        channelQueue.updated(row.key(), clock.instant(), sendRate.betweenUpdates());
        queuePassResult.move();
        var began = LeaseFreshness.begin();
        try {
            messagePublisher.update(row);
            progress.updated(row);
            meter.updated(lag(lagging));
        } catch (MessengerException failed) {
            if (failed.kind() == MessengerException.Kind.LIMITED) {
                meter.limited();
                budget.close(failed.retryAfter());
            }
            messagePublisher.failed(lagging, MethodBackoff.Method.UPDATE, failed, asideMade);
        }
        if (began.over()) {
            progress.sendAgainUnlessMine(row); // it may have overwritten an update of the lane's next owner
        }
    }

    private Duration lag(LaggingCard lagging) {
        return Duration.between(lagging.since(), clock.instant());
    }

    private boolean waits(CardRow row, Instant paced, MethodBackoff.Method method, QueuePassResult queuePassResult) {
        var now = clock.instant();
        var ready = later(
                paced, row.nextAttempt() == null ? null : meant(row.nextAttempt(), RetrySchedule.BACKGROUND.longest()));
        if (ready.isAfter(now)) {
            queuePassResult.wakeAt(ready);
            return true;
        }
        var opens = methodBackoff.pass(method);
        if (opens != null) {
            queuePassResult.wakeAt(opens);
        }
        return opens != null;
    }

    /** Ignores a time beyond the longest wait: it was set before the clock was set back. */
    private Instant meant(Instant until, Duration longest) {
        return until.isAfter(clock.instant().plus(longest)) ? Instant.MIN : until;
    }

    private static Instant later(Instant one, @Nullable Instant other) {
        return other != null && other.isAfter(one) ? other : one;
    }

    private void write(ChannelQueue channelQueue, ChannelQueue.Posted posted) {
        progress.posted(posted.row(), posted.at(), posted.thread());
        channelQueue.written(posted.row().key());
    }

    /** The result of one pass through a lane. */
    static final class QueuePassResult {
        private boolean moved;
        private @Nullable Instant wake;

        /** Something was tried, so another pass at once is worthwhile. */
        void move() {
            moved = true;
        }

        /** Something can be tried at {@code instant}. */
        void wakeAt(Instant instant) {
            wake = wake == null || instant.isBefore(wake) ? instant : wake;
        }

        boolean moved() {
            return moved;
        }

        @Nullable
        Instant wake() {
            return wake;
        }
    }
}
