package dev.signalman.domain;

import java.time.Duration;

/** Durations in words, in the formats that cards, lists and sentences use. */
public final class DurationPhrases {
    private DurationPhrases() {}

    /** The format of cards: {@code 29s}, {@code 6m 12s}, {@code 1h 05m}; empty for zero. */
    public static String written(Duration length) {
        if (length.toHours() > 0) {
            return length.toHours() + "h " + twoDigits(length.toMinutesPart()) + "m";
        }
        if (length.toMinutes() > 0) {
            return length.toMinutes() + "m " + twoDigits(length.toSecondsPart()) + "s";
        }
        return length.toSeconds() > 0 ? length.toSeconds() + "s" : "";
    }

    /** The format of text lines: {@code 0s}, {@code 6m 2s}, {@code 1h 5m}. */
    public static String compact(Duration length) {
        if (length.toHours() > 0) {
            return length.toHours() + "h " + length.toMinutesPart() + "m";
        }
        return length.toMinutes() > 0
                ? length.toMinutes() + "m " + length.toSecondsPart() + "s"
                : length.toSeconds() + "s";
    }

    /** The format of sentences: {@code 29 s}, {@code 6 min 12 s}, {@code 1 h 5 min}; empty for zero. */
    public static String spoken(Duration length) {
        if (length.toHours() > 0) {
            return length.toHours() + " h" + and(length.toMinutesPart(), "min");
        }
        if (length.toMinutes() > 0) {
            return length.toMinutes() + " min" + and(length.toSecondsPart(), "s");
        }
        return length.toSeconds() > 0 ? length.toSeconds() + " s" : "";
    }

    /** Whole minutes, for a duration that still grows, so a card need not change each second. */
    public static String growing(Duration length) {
        return spoken(Duration.ofMinutes(length.toMinutes()));
    }

    /** How long ago, in the largest unit that fits: {@code just now}, {@code 3 min ago}, {@code 2 days ago}. */
    public static String ago(Duration age) {
        if (age.toMinutes() < 1) {
            return "just now";
        }
        if (age.toHours() < 1) {
            return age.toMinutes() + " min ago";
        }
        if (age.toDays() < 1) {
            return age.toHours() + " h ago";
        }
        return age.toDays() + (age.toDays() == 1 ? " day ago" : " days ago");
    }

    /**
     * Rounded down to the largest unit that fits, at least a minute: {@code a minute}, {@code an hour}, {@code 3 days}.
     */
    public static String about(Duration length) {
        if (length.toDays() > 0) {
            return counted(length.toDays(), "day");
        }
        return length.toHours() > 0
                ? counted(length.toHours(), "hour")
                : counted(Math.max(1, length.toMinutes()), "minute");
    }

    /**
     * Rounded down to the largest unit of which there are two: {@code 90 seconds}, {@code 100 minutes}, {@code 3 days}.
     */
    public static String rough(Duration length) {
        if (length.toMinutes() < 2) {
            return Math.max(0, length.toSeconds()) + " seconds";
        }
        if (length.toHours() < 2) {
            return length.toMinutes() + " minutes";
        }
        return length.toDays() < 2 ? length.toHours() + " hours" : length.toDays() + " days";
    }

    private static String twoDigits(int number) {
        return number < 10 ? "0" + number : Integer.toString(number);
    }

    private static String and(int number, String unit) {
        return number == 0 ? "" : " " + number + " " + unit;
    }

    private static String counted(long count, String unit) {
        return count == 1 ? (unit.equals("hour") ? "an " : "a ") + unit : count + " " + unit + "s";
    }
}
