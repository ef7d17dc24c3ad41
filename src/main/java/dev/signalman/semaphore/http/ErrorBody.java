package dev.signalman.semaphore.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;

/** Extracts the message from an error's body: an object's {@code message}, a JSON string, or bare text. */
final class ErrorBody {
    private static final int LONGEST = 300;

    private ErrorBody() {}

    /** The message to show: one line, cut, and never empty. */
    static String of(String body, int status) {
        var words = isHtml(body) ? "" : cut(tidy(sentence(body.strip())));
        return words.isEmpty() ? fallback(status, body) : words;
    }

    /** Whether the body is a web page instead of an API answer. */
    static boolean isHtml(String body) {
        return body.stripLeading().startsWith("<");
    }

    private static String sentence(String body) {
        if (!body.startsWith("{") && !body.startsWith("\"")) {
            return body;
        }
        try {
            var json = WireJson.MAPPER.readTree(body);
            return json.isTextual() ? json.textValue() : message(json, body);
        } catch (JsonProcessingException notJson) {
            return body; // bare text may also begin with a quote
        }
    }

    private static String message(JsonNode json, String body) {
        for (var name : new String[] {"message", "error"}) {
            if (json.path(name).isTextual()) {
                return json.path(name).textValue();
            }
        }
        return json.isEmpty() ? "" : body;
    }

    private static String tidy(String text) {
        return text.replaceAll("[\\p{Cc}\\s]+", " ").strip();
    }

    private static String cut(String text) {
        return text.codePointCount(0, text.length()) <= LONGEST
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST)) + "…";
    }

    private static String fallback(int status, String body) {
        if (status >= 300 && status < 400) {
            return "SEMAPHORE_URL answers with a redirect (" + status + "), like a web page; check it";
        }
        if (isHtml(body)) {
            return "A web page answered (" + status + ") instead of Semaphore's API; check SEMAPHORE_URL";
        }
        return "Semaphore answered " + status + " and did not say why";
    }
}
