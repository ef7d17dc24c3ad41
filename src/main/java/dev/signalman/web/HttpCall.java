package dev.signalman.web;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP request with its body untouched.
 *
 * @param method upper case
 * @param path decoded, without the query
 * @param query the raw query string, {@code ""} when there is none
 * @param headers names in lower case, values in the order they came
 * @param body exactly the bytes that were sent, which a signature covers
 */
@SuppressWarnings("ArrayRecordComponent") // never compared; a defensive copy of each body would cost too much
public record HttpCall(
        String method,
        String path,
        String query,
        Map<String, List<String>> headers,
        byte[] body,
        String remoteAddress) {
    /** What Jetty read, with the whole body. */
    static HttpCall of(Request request, byte[] body) {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        for (var field : request.getHeaders()) {
            headers.computeIfAbsent(field.getName().toLowerCase(Locale.ROOT), name -> new ArrayList<>(1))
                    .add(field.getValue() == null ? "" : field.getValue());
        }
        var query = request.getHttpURI().getQuery();
        return new HttpCall(
                request.getMethod(),
                Request.getPathInContext(request),
                query == null ? "" : query,
                headers,
                body,
                Request.getRemoteAddr(request));
    }

    /** The first value of a header, or null; the case of {@code name} does not matter. */
    public @Nullable String header(String name) {
        var values = headers.get(name.toLowerCase(Locale.ROOT));
        return values == null || values.isEmpty() ? null : values.get(0);
    }

    /** The body read as UTF-8. */
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** Decoded parameters of the query, in order. */
    public Map<String, List<String>> queryParameters() {
        return parameters(query);
    }

    /** Decoded parameters of a form-encoded body, in order. */
    public Map<String, List<String>> formParameters() {
        return parameters(text());
    }

    /** Reads {@code application/x-www-form-urlencoded} text. */
    private static Map<String, List<String>> parameters(String encoded) {
        var parameters = new LinkedHashMap<String, List<String>>();
        for (var pair : encoded.split("&", -1)) {
            if (pair.isEmpty()) {
                continue;
            }
            int equals = pair.indexOf('=');
            var name = decoded(equals < 0 ? pair : pair.substring(0, equals));
            var value = equals < 0 ? "" : decoded(pair.substring(equals + 1));
            parameters.computeIfAbsent(name, key -> new ArrayList<>()).add(value);
        }
        return parameters;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            return text; // a stray % stays as it came
        }
    }
}
