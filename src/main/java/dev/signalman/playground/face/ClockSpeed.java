package dev.signalman.playground.face;

/** How fast time may run on the stage. */
public final class ClockSpeed {
    /** Which numbers are allowed, in words. */
    public static final String RANGE = "from 0.1 to 1000";

    private static final double SLOWEST = 0.1;
    private static final double FASTEST = 1_000;

    private ClockSpeed() {}

    /** Whether a number is a speed; what is no number at all is none. */
    public static boolean isOne(double number) {
        return number >= SLOWEST && number <= FASTEST;
    }
}
