package dev.signalman.semaphore.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * Parses all of Semaphore's time formats (docs/semaphore.md, "Times"): seconds as number or text, seconds and nanos,
 * {@code 2019-10-14 18:31:20.232006Z}, and ISO. An unset time is 1970, 0, empty or null, and becomes null. An unknown
 * format becomes null too, since a card without a time is better than no card.
 */
final class WireTime {
    private static final long LAST_SECOND = 253_402_300_799L;

    private WireTime() {}

    static @Nullable Instant read(@Nullable JsonNode time) {
        if (time == null) {
            return null;
        }
        if (time.isNumber()) {
            return number(time);
        }
        if (time.isObject()) {
            return instant(time.path("seconds").asLong(0), time.path("nanos").asLong(0));
        }
        return time.isTextual() ? text(time.textValue().strip()) : null;
    }

    private static @Nullable Instant number(JsonNode seconds) {
        boolean near = seconds.doubleValue() > 0 && seconds.doubleValue() <= LAST_SECOND;
        return near ? seconds(seconds.decimalValue().toPlainString()) : null;
    }

    private static @Nullable Instant text(String text) {
        return text.matches("\\d{1,18}(\\.\\d+)?") ? seconds(text) : date(text);
    }

    private static @Nullable Instant seconds(String text) {
        int point = text.indexOf('.');
        if (point < 0) {
            return instant(Long.parseLong(text), 0);
        }
        var fraction = (text.substring(point + 1) + "000000000").substring(0, 9);
        return instant(Long.parseLong(text.substring(0, point)), Long.parseLong(fraction));
    }

    private static @Nullable Instant date(String text) {
        var iso =
                text.length() > 10 && text.charAt(10) == ' ' ? text.substring(0, 10) + 'T' + text.substring(11) : text;
        try {
            var time = OffsetDateTime.parse(iso).toInstant();
            return instant(time.getEpochSecond(), time.getNano());
        } catch (DateTimeException unknownForm) {
            return null;
        }
    }

    private static @Nullable Instant instant(long seconds, long nanos) {
        boolean set = seconds > 0 && seconds <= LAST_SECOND && nanos >= 0 && nanos < 1_000_000_000;
        return set ? Instant.ofEpochSecond(seconds, nanos) : null;
    }
}
