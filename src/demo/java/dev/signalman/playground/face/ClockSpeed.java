package dev.signalman.playground.face;

/** The allowed speeds of the demo's jobs. */
public final class ClockSpeed {
    /** The allowed range in words. */
    public static final String RANGE = "from 0.1 to 1000";

    private static final double SLOWEST = 0.1;
    private static final double FASTEST = 1_000;

    private ClockSpeed() {}

    /** Whether a number is an allowed speed; NaN is not. */
    public static boolean isOne(double number) {
        return number >= SLOWEST && number <= FASTEST;
    }
}
