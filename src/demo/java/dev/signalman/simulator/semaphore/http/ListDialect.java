package dev.signalman.simulator.semaphore.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The format of lists: upper case, times as seconds and nanoseconds, zeros for unset times. */
final class ListDialect implements Dialect {
    @Override
    public String word(Enum<?> value) {
        return value.name();
    }

    @Override
    public JsonNode time(@Nullable Instant moment) {
        var shown = Objects.requireNonNullElse(moment, Instant.EPOCH);
        return SemaphoreResponses.object()
                .put("seconds", shown.getEpochSecond())
                .put("nanos", shown.getNano());
    }
}
