package dev.signalman.playground.stage;

import dev.signalman.simulator.semaphore.JobSpeed;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * Semaphore's clock in the demo, and the pace of its jobs. Until {@link #live} the clock stands in the past and is
 * advanced by hand; then it shows the same time as the bot's and Slack's ({@link #now}). So the three never disagree: a
 * higher speed, a pause and a step change only how fast jobs get on. Never goes back. Thread-safe.
 */
public final class DemoClock implements InstantSource, JobSpeed {
    /** How long a step of the work takes by the clock: two moments never are the same one. */
    private static final Duration MOMENT = Duration.ofMillis(1);
    /** When work is done that does not get on. */
    private static final Duration NOT_SOON = Duration.ofDays(3_650);

    private final InstantSource truth;
    private final List<Stretch> course = new ArrayList<>();
    private Instant shown;
    private Duration ahead = Duration.ZERO;
    private boolean live;
    private double speed = 1;
    private boolean paused;
    private long changes;

    /** Nanoseconds of work that were done at {@code from}, and the speed from then on. */
    private record Stretch(Instant from, long done, double speed) {
        long done(Instant at) {
            return done + (long) (Duration.between(from, at).toNanos() * speed);
        }

        Instant reaches(long work) {
            if (work <= done) {
                return from;
            }
            return speed == 0
                    ? from.plus(NOT_SOON).plusNanos(work - done)
                    : from.plusNanos((long) ((work - done) / speed));
        }
    }

    private DemoClock(InstantSource truth, Instant start) {
        this.truth = truth;
        this.shown = start;
        this.course.add(new Stretch(start, 0, speed));
    }

    /** A clock that stands still at {@code start}. */
    public static DemoClock standingAt(Instant start, InstantSource truth) {
        return new DemoClock(truth, start);
    }

    @Override
    public synchronized Instant instant() {
        var now = live ? now() : shown;
        shown = now.isBefore(shown) ? shown : now;
        return shown;
    }

    /** The time of Slack and of the bot, which never stand still: the true one, and the time that was skipped. */
    public synchronized Instant now() {
        return truth.instant().plus(ahead);
    }

    /** Skips time for everybody, as if all slept through it; jobs get on meanwhile. {@code time} is not negative. */
    public synchronized void skip(Duration time) {
        ahead = ahead.plus(time);
        turn();
    }

    /** Advances the clock before it is live; {@code time} is not negative. */
    public synchronized void advance(Duration time) {
        if (live) {
            throw new IllegalStateException("The clock shows the true time");
        }
        shown = shown.plus(time);
    }

    /** Shows the true time from now on. */
    public synchronized void live() {
        live = true;
        turn();
    }

    /** Sets the speed of jobs, above 0; effective while they are not paused. */
    public synchronized void speed(double times) {
        speed = times;
        turn();
    }

    /** The speed of jobs while they are not paused. */
    public synchronized double speed() {
        return speed;
    }

    /** Makes jobs stand still, or go on. */
    public synchronized void pause(boolean still) {
        paused = still;
        turn();
    }

    public synchronized boolean paused() {
        return paused;
    }

    /** Does a piece of the jobs' work at once; {@code work} is not negative. */
    public synchronized void step(Duration work) {
        var now = instant();
        course.add(new Stretch(now, last().done(now), (double) work.toNanos() / MOMENT.toNanos()));
        ahead = ahead.plus(MOMENT);
        shown = now.plus(MOMENT);
        turn();
    }

    /** Number of changes of the pace. */
    @Override
    public synchronized long changes() {
        return changes;
    }

    @Override
    public synchronized Instant after(Instant from, Duration work) {
        int at = at(from);
        long done = course.get(at).done(from) + work.toNanos();
        while (at < course.size() - 1 && course.get(at + 1).done() < done) {
            at++;
        }
        var reached = course.get(at).reaches(done).truncatedTo(ChronoUnit.MICROS);
        return reached.isBefore(from) ? from : reached;
    }

    private int at(Instant moment) {
        int at = course.size() - 1;
        while (at > 0 && course.get(at).from().isAfter(moment)) {
            at--;
        }
        return at;
    }

    private Stretch last() {
        return course.get(course.size() - 1);
    }

    private void turn() {
        var now = instant();
        course.add(new Stretch(now, last().done(now), paused ? 0 : speed));
        changes++;
    }
}
