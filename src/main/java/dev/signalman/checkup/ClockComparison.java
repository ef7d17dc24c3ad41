package dev.signalman.checkup;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Compares this machine's clock with a remote one. Slack's signatures are valid for five minutes, so with a clock that
 * is further off the bot rejects all of Slack's requests (docs/slack.md, "Signatures").
 */
public final class ClockComparison {
    private static final Duration NOTEWORTHY = Duration.ofSeconds(30);
    private static final Duration TOO_FAR = Duration.ofMinutes(5);
    private static final String ADVICE = "Synchronize this machine's clock with NTP.";

    private ClockComparison() {}

    /**
     * Compares the clocks.
     *
     * @param whose such as {@code Slack}
     * @param date its {@code Date} header; without a valid one there is no result
     */
    public static List<CheckResult> compare(String whose, @Nullable String date, Instant now) {
        Instant theirs;
        try {
            theirs = date == null ? null : DateTimeFormatter.RFC_1123_DATE_TIME.parse(date, Instant::from);
        } catch (DateTimeParseException noDate) {
            theirs = null;
        }
        if (theirs == null) {
            return List.of();
        }
        var what = "clock compared with " + whose + "'s";
        var ahead = Duration.between(theirs, now);
        var apart = ahead.abs();
        if (apart.compareTo(NOTEWORTHY) <= 0) {
            return List.of(CheckResult.fine(what, "Within " + NOTEWORTHY.toSeconds() + " seconds."));
        }
        var words =
                "This machine is " + apart.toSeconds() + " seconds " + (ahead.isNegative() ? "behind" : "ahead") + ".";
        return List.of(
                apart.compareTo(TOO_FAR) > 0
                        ? CheckResult.wrong(
                                what, words + " Beyond 300 seconds, every request from Slack is rejected.", ADVICE)
                        : CheckResult.worthALook(what, words, ADVICE));
    }
}
