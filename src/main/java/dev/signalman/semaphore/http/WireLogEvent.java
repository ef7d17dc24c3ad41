package dev.signalman.semaphore.http;

import static dev.signalman.semaphore.http.WireMapping.text;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** An event of a log in the API's JSON; unknown kinds are ignored. */
record WireLogEvent(
        @Nullable String event,
        @Nullable String directive,
        @Nullable String output,
        @Nullable Integer exitCode,
        @Nullable JsonNode timestamp,
        @Nullable JsonNode startedAt,
        @Nullable JsonNode finishedAt) {

    void addTo(LogTail log) {
        switch (text(event)) {
            case "cmd_started" -> log.begin(text(directive), WireTime.read(timestamp));
            case "cmd_output" -> log.print(text(output));
            case "cmd_finished" -> log.end(exitCode, WireTime.read(startedAt), WireTime.read(finishedAt));
            default -> {}
        }
    }
}
