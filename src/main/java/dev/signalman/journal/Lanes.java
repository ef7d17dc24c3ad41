package dev.signalman.journal;

import dev.signalman.dispatch.Freshness;
import dev.signalman.dispatch.MessengerException;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Looks through one channel's lane and shows what may be shown now: posts in their order and paced, updates as each card's pace allows. */
final class Lanes {
    private final CardQueue queue;
    private final Board board;
    private final CardProgress progress;
    private final Doors doors;
    private final UpdateBudget budget;
    private final Floodgate floodgate;
    private final JournalMeter meter;
    private final Pace pace;
    private final InstantSource clock;

    @Inject
    Lanes(
            CardQueue queue,
            Board board,
            CardProgress progress,
            Doors doors,
            UpdateBudget budget,
            Floodgate floodgate,
            JournalMeter meter,
            Tempo tempo,
            InstantSource clock) {
        this.queue = queue;
        this.board = board;
        this.progress = progress;
        this.doors = doors;
        this.budget = budget;
        this.floodgate = floodgate;
        this.meter = meter;
        this.pace = tempo.slack();
        this.clock = clock;
    }

    /** Looks through a lane once; {@code asideMade} hears the keys of asides that take the place of what cannot be posted. */
    Step step(String channel, Lane lane, Consumer<String> asideMade) {
        var step = new Step();
        var postsWait = false;
        for (var posted : lane.unwritten()) {
            write(lane, posted); // also when the lane is another's by now, which then learns of it
        }
        var read = Freshness.begin();
        for (var lagging : queue.lagging(channel)) {
            if (read.over()) {
                step.move();
                return step; // the lane may be another process's by now: it is looked through anew
            }
            var row = lagging.row();
            if (row.timestamp() != null) {
                update(lagging, lane, step, asideMade);
            } else if (!postsWait) {
                postsWait = !post(lagging, lane, step, asideMade);
                if (lane.late()) {
                    floodgate.close(channel);
                    lane.late(false);
                    return step; // what lags is another thing now
                }
            }
        }
        return step;
    }

    /** False when later posts have to wait for this one. */
    private boolean post(Lagging lagging, Lane lane, Step step, Consumer<String> asideMade) {
        var row = lagging.row();
        var thread = row.thread();
        if (row.parentKey() != null) {
            var parent = queue.parent(row.parentKey());
            if (parent.coming()) {
                return true; // it comes after its parent, and holds up nobody else
            }
            thread = parent.thread().orElse(thread);
        }
        if (waits(row, meant(lane.nextPost(), pace.betweenPosts()), Doors.Door.POST, step)) {
            return false;
        }
        lane.posted(clock.instant().plus(pace.betweenPosts()));
        step.move();
        try {
            var at = board.post(row, thread);
            lane.posted(clock.instant().plus(pace.betweenPosts()));
            var posted = new Lane.Posted(row, at, thread);
            lane.remember(posted);
            write(lane, posted);
            meter.posted(lag(lagging));
            lane.late(floodgate.concerns(lag(lagging)));
            return true;
        } catch (MessengerException failed) {
            return board.failed(lagging, Doors.Door.POST, failed, asideMade);
        }
    }

    private void update(Lagging lagging, Lane lane, Step step, Consumer<String> asideMade) {
        var row = lagging.row();
        if (waits(row, meant(lane.nextUpdate(row.key()), pace.betweenUpdates()), Doors.Door.UPDATE, step)) {
            return;
        }
        var later = budget.pass(lagging);
        if (later != null) {
            step.wakeAt(later);
            return;
        }
        lane.updated(row.key(), clock.instant(), pace.betweenUpdates());
        step.move();
        var began = Freshness.begin();
        try {
            board.update(row);
            progress.updated(row);
            meter.updated(lag(lagging));
        } catch (MessengerException failed) {
            if (failed.kind() == MessengerException.Kind.LIMITED) {
                meter.limited();
                budget.close(failed.retryAfter());
            }
            board.failed(lagging, Doors.Door.UPDATE, failed, asideMade);
        }
        if (began.over()) {
            progress.sendAgainUnlessMine(row); // it may have landed on what the next owner of the lane has shown since
        }
    }

    private Duration lag(Lagging lagging) {
        return Duration.between(lagging.since(), clock.instant());
    }

    private boolean waits(CardRow row, Instant paced, Doors.Door door, Step step) {
        var now = clock.instant();
        var ready = later(paced, row.nextAttempt() == null ? null : meant(row.nextAttempt(), Backoff.LONGEST));
        if (ready.isAfter(now)) {
            step.wakeAt(ready);
            return true;
        }
        var opens = doors.pass(door);
        if (opens != null) {
            step.wakeAt(opens);
        }
        return opens != null;
    }

    /** Nobody waits longer than that; a moment that is further off was set before the clock was set back. */
    private Instant meant(Instant until, Duration longest) {
        return until.isAfter(clock.instant().plus(longest)) ? Instant.MIN : until;
    }

    private static Instant later(Instant one, @Nullable Instant other) {
        return other != null && other.isAfter(one) ? other : one;
    }

    private void write(Lane lane, Lane.Posted posted) {
        progress.posted(posted.row(), posted.at(), posted.thread());
        lane.written(posted.row().key());
    }
}
