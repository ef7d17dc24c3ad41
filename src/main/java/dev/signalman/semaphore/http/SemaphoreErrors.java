package dev.signalman.semaphore.http;

import dev.signalman.semaphore.SemaphoreException.Kind;
import feign.Response;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Classifies answers other than 2xx (docs/semaphore.md, "Errors").
 *
 * <p>After a 5xx an act may have happened: Semaphore answers 500 when an internal call times out, and its gateway gives
 * up before the act is done. The same holds for 503, which the gateway also sends when its connection breaks midway.
 * Only a 503 that says that no upstream was there means that nothing happened.
 */
final class SemaphoreErrors {
    private static final String NOBODY_THERE = "no healthy upstream";

    private static final String EDGE = "Semaphore couldn't authenticate the call (403 without a reason)";

    private SemaphoreErrors() {}

    static CallFailure failure(Response response) {
        return failure(response, body(response));
    }

    /** The body; empty when the connection breaks, since the status alone decides. */
    static String body(Response response) {
        try {
            return BoundedBodyReader.text(response);
        } catch (IOException broken) {
            return "";
        }
    }

    static CallFailure failure(Response response, String body) {
        int status = response.status();
        var words = ErrorBody.of(body, status);
        if (status >= 500) {
            return new CallFailure(
                    Kind.BROKEN, words, !body.strip().equals(NOBODY_THERE), true, retryAfter(response), null);
        }
        if (status == 403 && body.isBlank()) { // the edge could not reach its auth server; nothing went further
            return new CallFailure(Kind.BROKEN, EDGE, false, true, retryAfter(response), null);
        }
        if (status == 429) {
            return new CallFailure(Kind.LIMITED, words, false, true, retryAfter(response), null);
        }
        return CallFailure.refused(kind(status, body), words);
    }

    private static Kind kind(int status, String body) {
        return switch (status) {
            case 401 -> body.isBlank() || body.strip().equals("Unauthorized") ? Kind.BAD_TOKEN : Kind.NOT_PERMITTED;
            case 403 -> body.contains("feature is not enabled") ? Kind.FEATURE_OFF : Kind.NOT_PERMITTED;
            case 404 -> missing(body);
            default -> status < 400 ? Kind.UNREADABLE : Kind.REFUSED;
        };
    }

    private static Kind missing(String body) {
        var text = body.toLowerCase(Locale.ROOT);
        if (text.contains("cannot access this organization") && text.contains("ip address")) {
            return Kind.ADDRESS_NOT_ALLOWED;
        }
        return ErrorBody.isHtml(body) ? Kind.UNREADABLE : Kind.NOT_FOUND;
    }

    private static @Nullable Duration retryAfter(Response response) {
        return response.headers().getOrDefault("Retry-After", List.of()).stream()
                .filter(value -> value.matches("\\d{1,6}"))
                .findFirst()
                .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)))
                .orElse(null);
    }
}
