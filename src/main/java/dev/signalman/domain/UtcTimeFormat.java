package dev.signalman.domain;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Writes a time in UTC, for plain text, in which Slack does not show the reader's own zone: {@code 2026-11-24 15:56 UTC}. */
public final class UtcTimeFormat {
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private UtcTimeFormat() {}

    /** The minute that {@code at} lies in. */
    public static String of(Instant at) {
        return MINUTE.format(at);
    }
}
