package dev.signalman.slack.socket;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import dev.signalman.web.HttpCall;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Parses socket messages. An envelope's payload is converted into its HTTP form, so one reader and one way to recognize
 * duplicates serve both transports.
 */
final class SocketMessageReader {
    private SocketMessageReader() {}

    /** Parses a message; a malformed one is {@link SocketMessage.Other}. */
    static SocketMessage read(String text) {
        try {
            return JsonParser.parseString(text) instanceof JsonObject object ? read(object) : new SocketMessage.Other();
        } catch (JsonParseException | IllegalStateException | UnsupportedOperationException misshapen) {
            return new SocketMessage.Other(); // do not log the text: it may contain anything
        }
    }

    private static SocketMessage read(JsonObject message) {
        return switch (text(message, "type")) {
            case "hello" -> new SocketMessage.Hello();
            case "disconnect" -> new SocketMessage.Goodbye(text(message, "reason"));
            case "slash_commands" -> envelope(message, "application/x-www-form-urlencoded", form(payload(message)));
            case "interactive" ->
                envelope(
                        message,
                        "application/x-www-form-urlencoded",
                        "payload=" + encode(payload(message).toString()));
            case "events_api" ->
                envelope(message, "application/json", payload(message).toString());
            default -> new SocketMessage.Other();
        };
    }

    private static SocketMessage envelope(JsonObject message, String contentType, String body) {
        var id = text(message, "envelope_id");
        if (id.isEmpty()) {
            return new SocketMessage.Other();
        }
        Map<String, List<String>> headers = new LinkedHashMap<>();
        headers.put("content-type", List.of(contentType));
        var attempt = text(message, "retry_attempt");
        if (!attempt.isEmpty() && !attempt.equals("0")) {
            headers.put("x-slack-retry-num", List.of(attempt));
            headers.put("x-slack-retry-reason", List.of(text(message, "retry_reason")));
        }
        var takesAnswer = message.has("accepts_response_payload")
                && message.get("accepts_response_payload").getAsBoolean();
        return new SocketMessage.Envelope(
                id,
                takesAnswer,
                new HttpCall(
                        "POST", "/slack/events", "", headers, body.getBytes(StandardCharsets.UTF_8), "Slack's socket"));
    }

    private static JsonObject payload(JsonObject message) {
        return message.get("payload") instanceof JsonObject payload ? payload : new JsonObject();
    }

    private static String form(JsonObject fields) {
        return fields.entrySet().stream()
                .filter(field -> field.getValue().isJsonPrimitive())
                .map(field ->
                        encode(field.getKey()) + "=" + encode(field.getValue().getAsString()))
                .collect(Collectors.joining("&"));
    }

    private static String text(JsonObject object, String name) {
        var value = object.get(name);
        return value == null || !value.isJsonPrimitive() ? "" : value.getAsString();
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
