package dev.signalman.simulator.semaphore.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How enums and times of a pipeline are written. */
interface Dialect {
    String word(Enum<?> value);

    /** {@code moment} is null when it has not come yet. */
    JsonNode time(@Nullable Instant moment);
}
