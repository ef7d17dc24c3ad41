package dev.signalman.simulator.semaphore.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The format of a described pipeline: lower case, times as text, 1970 for unset times. */
final class DescribeDialect implements Dialect {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd HH:mm:ss.SSSSSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    @Override
    public String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public JsonNode time(@Nullable Instant moment) {
        return TextNode.valueOf(TIME.format(Objects.requireNonNullElse(moment, Instant.EPOCH)));
    }
}
