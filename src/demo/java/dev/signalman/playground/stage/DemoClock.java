package dev.signalman.playground.stage;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * A clock with its own speed that can be paused and advanced, and never goes back. Only the simulated Semaphore uses
 * it; the bot and Slack use real time, which signatures depend on. Thread-safe.
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

    /** A clock that is paused at {@code start}. */
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

    /** Sets the speed relative to real time, above 0; effective while it runs. */
    public synchronized void speed(double times) {
        settle();
        speed = times;
    }

    /** The speed relative to real time, while it runs. */
    public synchronized double speed() {
        return speed;
    }

    /** Pauses or resumes. */
    public synchronized void pause(boolean still) {
        settle();
        paused = still;
    }

    public synchronized boolean paused() {
        return paused;
    }

    /** Advances the time; {@code step} is not negative. */
    public synchronized void step(Duration step) {
        settle();
        shown = shown.plus(step);
    }

    /** Number of changes of its course. */
    public synchronized long changes() {
        return changes;
    }

    private void settle() {
        shown = instant();
        since = truth.instant();
        changes++;
    }
}
