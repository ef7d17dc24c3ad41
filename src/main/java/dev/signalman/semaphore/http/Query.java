package dev.signalman.semaphore.http;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The parameters of a list; what is null is left out. */
final class Query {
    private final Map<String, Object> parameters = new LinkedHashMap<>();

    Query with(String name, @Nullable Object value) {
        if (value != null) {
            parameters.put(name, value);
        }
        return this;
    }

    /** Unix seconds; a part of a second counts as not yet over, so that nothing is lost at the edge. */
    Query after(String name, @Nullable Instant time) {
        return with(name, time == null ? null : time.getEpochSecond());
    }

    /** Unix seconds, rounded up for the same reason. */
    Query before(String name, @Nullable Instant time) {
        return with(name, time == null ? null : time.plusNanos(999_999_999).getEpochSecond());
    }

    Query page(PageNumber page) {
        return page.equals(PageNumber.FIRST) ? this : with("page", page.text());
    }

    Map<String, Object> parameters() {
        return parameters;
    }
}
