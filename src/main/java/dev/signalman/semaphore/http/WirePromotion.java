package dev.signalman.semaphore.http;

import static dev.signalman.semaphore.http.WireMapping.some;
import static dev.signalman.semaphore.http.WireMapping.text;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signalman.domain.Promotion;
import org.jspecify.annotations.Nullable;

/** A triggered promotion in the API's JSON. */
record WirePromotion(
        @Nullable String name,
        @Nullable JsonNode triggeredAt,
        @Nullable String triggeredBy,
        @Nullable Boolean override,
        @Nullable String status,
        @Nullable String scheduledPipelineId) {

    Promotion toPromotion() {
        return new Promotion(
                text(name),
                WireTime.read(triggeredAt),
                text(triggeredBy),
                Boolean.TRUE.equals(override),
                WireMapping.word(status, Promotion.Status.UNKNOWN),
                some(scheduledPipelineId));
    }
}
