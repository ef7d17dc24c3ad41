package dev.signalman.semaphore.http;

import static dev.signalman.semaphore.http.WireMapping.needed;
import static dev.signalman.semaphore.http.WireMapping.text;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** What Semaphore knows of a job, in the API's JSON. */
record WireTroubleshoot(@Nullable Job job) {
    record Job(@Nullable String failureReason, @Nullable JsonNode startedAt) {}

    /** Empty for a job that started. */
    String reason() {
        var found = needed(job, "job");
        return WireTime.read(found.startedAt()) == null ? text(found.failureReason()) : "";
    }
}
