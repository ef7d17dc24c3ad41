package dev.signalman.web;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The answer to an {@link HttpCall}.
 *
 * @param contentType null to send none, as Semaphore does
 * @param headers further headers
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Reply(int status, @Nullable String contentType, Map<String, String> headers, byte[] body) {

    /** A plain text answer. */
    public static Reply text(int status, String text) {
        return new Reply(status, "text/plain; charset=utf-8", Map.of(), text.getBytes(StandardCharsets.UTF_8));
    }

    /** A JSON answer; {@code json} is sent as it is. */
    public static Reply json(int status, String json) {
        return new Reply(status, "application/json; charset=utf-8", Map.of(), json.getBytes(StandardCharsets.UTF_8));
    }

    /** An answer without content type. */
    public static Reply bare(int status, String text) {
        return new Reply(status, null, Map.of(), text.getBytes(StandardCharsets.UTF_8));
    }

    /** No answer: the connection is closed, as if the network failed. */
    public static Reply cut() {
        return new Reply(0, null, Map.of(), new byte[0]);
    }

    /** Adds a header. */
    public Reply with(String name, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Reply(status, contentType, Map.copyOf(more), body);
    }
}
