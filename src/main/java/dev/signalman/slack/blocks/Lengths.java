package dev.signalman.slack.blocks;

import java.time.Duration;

/** How long something took, as cards write it and as sentences say it; nothing for no time at all. */
final class Lengths {
    private Lengths() {}

    /** {@code 29s}, {@code 6m 12s}, {@code 1h 05m}. */
    static String written(Duration length) {
        if (length.toHours() > 0) {
            return length.toHours() + "h " + twoDigits(length.toMinutesPart()) + "m";
        }
        if (length.toMinutes() > 0) {
            return length.toMinutes() + "m " + twoDigits(length.toSecondsPart()) + "s";
        }
        return length.toSeconds() > 0 ? length.toSeconds() + "s" : "";
    }

    /** {@code 29 s}, {@code 6 min 12 s}, {@code 1 h 5 min}. */
    static String spoken(Duration length) {
        if (length.toHours() > 0) {
            return length.toHours() + " h" + and(length.toMinutesPart(), "min");
        }
        if (length.toMinutes() > 0) {
            return length.toMinutes() + " min" + and(length.toSecondsPart(), "s");
        }
        return length.toSeconds() > 0 ? length.toSeconds() + " s" : "";
    }

    /** In whole minutes, for what still grows: a card need not change each second. */
    static String growing(Duration length) {
        return spoken(Duration.ofMinutes(length.toMinutes()));
    }

    private static String twoDigits(int number) {
        return number < 10 ? "0" + number : Integer.toString(number);
    }

    private static String and(int number, String unit) {
        return number == 0 ? "" : " " + number + " " + unit;
    }
}
