package dev.signalman.semaphore.http;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The parameters of a call; what is null is left out. */
final class QueryParameters {
    private final Map<String, Object> parameters = new LinkedHashMap<>();

    QueryParameters with(String name, @Nullable Object value) {
        if (value != null) {
            parameters.put(name, value);
        }
        return this;
    }

    /** Feign takes text like {@code a%41} for escaped already and leaves it, so everything is escaped before. */
    private static String escaped(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A");
    }

    /** Unix seconds; a part of a second counts as not yet over, so that nothing is lost at the edge. */
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

    /** For an address: escaped. */
    Map<String, Object> parameters() {
        var escaped = new LinkedHashMap<String, Object>();
        parameters.forEach((name, value) -> escaped.put(name, value instanceof String text ? escaped(text) : value));
        return escaped;
    }

    /** For a body: as it is. */
    Map<String, Object> body() {
        return parameters;
    }
}
