package dev.signalman.simulator.semaphore.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.signalman.web.HttpCall;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Query and body as one map, in which the body wins. The body is read as form or JSON by its content type, and ignored
 * for any other.
 */
final class RequestParameters {
    private static final Pattern NESTED = Pattern.compile("([^\\[\\]]+)\\[([^\\[\\]]+)\\]");

    /** The body claims to be JSON and is not. */
    static final class Malformed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Malformed(String message) {
            super(message);
        }
    }

    private final ObjectNode values;

    private RequestParameters(ObjectNode values) {
        this.values = values;
    }

    static RequestParameters of(HttpCall call) {
        var values = SemaphoreResponses.object();
        putAll(values, call.queryParameters());
        var type = Objects.requireNonNullElse(call.header("content-type"), "").toLowerCase(Locale.ROOT);
        if (type.startsWith("application/x-www-form-urlencoded")) {
            putAll(values, call.formParameters());
        } else if (type.startsWith("application/json") && call.body().length > 0) {
            try {
                var body = SemaphoreResponses.JSON.readTree(call.body());
                if (body instanceof ObjectNode object) {
                    values.setAll(object);
                } else {
                    values.set("_json", body);
                }
            } catch (JsonProcessingException broken) {
                throw new Malformed("Malformed request: " + broken.getOriginalMessage());
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }
        return new RequestParameters(values);
    }

    private static void putAll(ObjectNode values, Map<String, List<String>> parameters) {
        parameters.forEach((name, all) -> {
            var last = all.get(all.size() - 1);
            var nested = NESTED.matcher(name);
            if (nested.matches()) {
                values.withObject("/" + nested.group(1).replace("~", "~0").replace("/", "~1"))
                        .put(nested.group(2), last);
            } else {
                values.put(name, last);
            }
        });
    }

    /** The value as it came, or null. */
    @Nullable
    JsonNode raw(String name) {
        var value = values.get(name);
        return value == null || value.isNull() ? null : value;
    }

    /** The value as text; {@code ""} when it is missing. */
    String text(String name) {
        var value = raw(name);
        return value == null ? "" : value.isValueNode() ? value.asText() : value.toString();
    }

    boolean has(String name) {
        return raw(name) != null;
    }

    /** Whether the value is the JSON string {@code text}, or came in a query or form. */
    boolean isString(String name, String text) {
        return raw(name) instanceof TextNode node && node.textValue().equals(text);
    }

    /** All names with their values. */
    Iterable<Map.Entry<String, JsonNode>> all() {
        return values.properties();
    }
}
