package dev.signalman.semaphore.http;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Builds the parameters of a call; null values are left out. */
final class QueryParameters {
    private final Map<String, Object> parameters = new LinkedHashMap<>();

    QueryParameters with(String name, @Nullable Object value) {
        if (value != null) {
            parameters.put(name, value);
        }
        return this;
    }

    /** Escapes text here: Feign takes {@code a%41} for escaped already and leaves it. */
    private static String escaped(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A");
    }

    /** Unix seconds, rounded down so that nothing at the edge is lost. */
    QueryParameters after(String name, @Nullable Instant time) {
        return with(name, time == null ? null : time.getEpochSecond());
    }

    /** Unix seconds, rounded up for the same reason. */
    QueryParameters before(String name, @Nullable Instant time) {
        return with(name, time == null ? null : time.plusNanos(999_999_999).getEpochSecond());
    }

    QueryParameters page(PageNumber page) {
        return page.equals(PageNumber.FIRST) ? this : with("page", page.text());
    }

    /** The parameters for a query, escaped. */
    Map<String, Object> parameters() {
        var escaped = new LinkedHashMap<String, Object>();
        parameters.forEach((name, value) -> escaped.put(name, value instanceof String text ? escaped(text) : value));
        return escaped;
    }

    /** The parameters for a body, not escaped. */
    Map<String, Object> body() {
        return parameters;
    }
}
