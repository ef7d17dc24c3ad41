package dev.signalman.playground.stage;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * A clock that runs at its own speed, stands still, and is moved on; it never goes back. Only the simulated Semaphore keeps it: the bot
 * and Slack keep the true time, to which signatures are bound. May be used by any thread.
 */
public final class DemoClock implements InstantSource {
    private final InstantSource truth;
    private Instant since;
    private Instant shown;
    private double speed = 1;
    private boolean paused = true;
    private long changes;

    private DemoClock(InstantSource truth, Instant start) {
        this.truth = truth;
        this.since = truth.instant();
        this.shown = start;
    }

    /** A clock that stands still at {@code start}. */
    public static DemoClock standingAt(Instant start, InstantSource truth) {
        return new DemoClock(truth, start);
    }

    @Override
    public synchronized Instant instant() {
        if (paused) {
            return shown;
        }
        var passed = Duration.between(since, truth.instant());
        return passed.isNegative() ? shown : shown.plusNanos((long) (passed.toNanos() * speed));
    }

    /** Runs on so many times as fast as the true clock, more than 0, once it runs. */
    public synchronized void speed(double times) {
        settle();
        speed = times;
    }

    /** How many times as fast as the true clock it runs when it runs. */
    public synchronized double speed() {
        return speed;
    }

    /** Stands still, or runs. */
    public synchronized void pause(boolean still) {
        settle();
        paused = still;
    }

    /** Whether it stands still. */
    public synchronized boolean paused() {
        return paused;
    }

    /** Moves on at once; {@code step} is not negative. */
    public synchronized void step(Duration step) {
        settle();
        shown = shown.plus(step);
    }

    /** How often somebody changed its course so far. */
    public synchronized long changes() {
        return changes;
    }

    private void settle() {
        shown = instant();
        since = truth.instant();
        changes++;
    }
}
