package dev.signalman.command;

import java.time.Duration;
import java.util.Locale;
import java.util.regex.Pattern;

/** A time span in whole seconds: {@code 90m}, {@code 2h}, {@code 1h30m}, {@code 2d}. */
public record TimeSpan(Duration duration) {
    private static final Pattern SPOKEN = Pattern.compile("(?:[0-9]{1,6}[SMHDW])+");
    private static final Pattern PART = Pattern.compile("([0-9]{1,6})([SMHDW])");
    private static final Duration SHORTEST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofDays(90);

    /**
     * Reads a span from one minute to 90 days.
     *
     * @throws Refusal when it is not a span, or out of range
     */
    static TimeSpan parse(String text) {
        var upper = text.toUpperCase(Locale.ROOT);
        if (!SPOKEN.matcher(upper).matches()) {
            throw new Refusal(QuotedText.of(text) + " isn't a duration. Use 90m, 2h, 1h30m or 2d.");
        }
        var sum = Duration.ZERO;
        var parts = PART.matcher(upper);
        while (parts.find()) {
            sum = sum.plus(seconds(parts.group(2)).multipliedBy(Long.parseLong(parts.group(1))));
        }
        if (sum.compareTo(SHORTEST) < 0 || sum.compareTo(LONGEST) > 0) {
            throw new Refusal(QuotedText.of(text) + " is out of range. Use 1 minute to 90 days.");
        }
        return new TimeSpan(sum);
    }

    private static Duration seconds(String unit) {
        return switch (unit) {
            case "W" -> Duration.ofDays(7);
            case "D" -> Duration.ofDays(1);
            case "H" -> Duration.ofHours(1);
            case "M" -> Duration.ofMinutes(1);
            default -> Duration.ofSeconds(1);
        };
    }

    /** The span in the format of {@link #parse}. */
    public String print() {
        return part(duration.toDays(), "d")
                + part(duration.toHoursPart(), "h")
                + part(duration.toMinutesPart(), "m")
                + part(duration.toSecondsPart(), "s");
    }

    private static String part(long number, String unit) {
        return number == 0 ? "" : number + unit;
    }
}
