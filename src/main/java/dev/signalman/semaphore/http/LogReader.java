package dev.signalman.semaphore.http;

import static dev.signalman.semaphore.http.WireMapping.text;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import dev.signalman.domain.JobLog;
import feign.Response;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Reads a log as a stream and keeps its end. */
final class LogReader {
    private static final int KEPT = 2 << 20;
    private static final long LONGEST = 256L << 20;
    private static final ObjectReader EVENT = WireJson.MAPPER.readerFor(WireLogEvent.class);

    private LogReader() {}

    /** Reads {@code {"events": […]}}. */
    static JobLog events(Response response) throws IOException {
        try (var body = body(response);
                var json = WireJson.MAPPER.createParser(body)) {
            var log = new LogTail(KEPT);
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw CallFailure.unreadable("This log isn't valid JSON");
            }
            boolean found = false;
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                boolean events = json.currentName().equals("events") && json.nextToken() == JsonToken.START_ARRAY;
                if (events) {
                    found = true;
                    addAll(json, log);
                } else {
                    skipValue(json);
                }
            }
            if (!found) {
                throw CallFailure.unreadable("This log lacks its events");
            }
            return log.toLog();
        } catch (JacksonException malformed) {
            throw CallFailure.unreadable("This log isn't valid JSON");
        }
    }

    /** Reads plain text; null for a web page. */
    static @Nullable JobLog plain(Response response) throws IOException {
        try (var reader = new BufferedReader(new InputStreamReader(body(response), StandardCharsets.UTF_8))) {
            var log = new LogTail(KEPT);
            var buffer = new char[8192];
            boolean first = true;
            for (int read = reader.read(buffer); read >= 0; read = reader.read(buffer)) {
                var text = new String(buffer, 0, read);
                if (first && ErrorBody.isHtml(text)) {
                    return null;
                }
                first = false;
                log.print(text);
            }
            return log.toLog();
        }
    }

    private static void addAll(JsonParser json, LogTail log) throws IOException {
        while (json.nextToken() != JsonToken.END_ARRAY) {
            if (json.currentToken() == null) {
                throw CallFailure.unreadable("This log is incomplete");
            }
            if (json.currentToken() == JsonToken.START_OBJECT) {
                EVENT.<WireLogEvent>readValue(json).addTo(log);
            } else {
                json.skipChildren();
            }
        }
    }

    private static void skipValue(JsonParser json) throws IOException {
        if (json.currentToken() == JsonToken.FIELD_NAME) {
            json.nextToken();
        }
        json.skipChildren();
    }

    private static InputStream body(Response response) throws IOException {
        var body = response.body();
        return body == null ? InputStream.nullInputStream() : new BoundedStream(body.asInputStream(), LONGEST);
    }

    /** One event of a log as it comes; those of a kind that is not known say nothing. */
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
}
