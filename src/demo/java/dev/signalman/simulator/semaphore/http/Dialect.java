package dev.signalman.simulator.semaphore.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How a pipeline's enums and times are written. */
interface Dialect {
    String word(Enum<?> value);

    /** {@code moment} is null for an unset time. */
    JsonNode time(@Nullable Instant moment);
}
