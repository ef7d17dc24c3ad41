package dev.signalman.simulator.slack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Converts request bodies into socket envelopes. */
final class SocketEnvelopes {
    private static final String PAYLOAD = "payload=";

    private SocketEnvelopes() {}

    /** The envelope; retry headers become fields. */
    static ObjectNode around(String id, String contentType, String body, Map<String, String> headers) {
        var event = contentType.equals(SlackJson.CONTENT_TYPE);
        var envelope = SlackJson.object().put("envelope_id", id);
        envelope.set("payload", event ? parse(body) : payload(body));
        envelope.put("type", type(event, body));
        envelope.put("accepts_response_payload", !event);
        if (event) {
            envelope.put("retry_attempt", Integer.parseInt(headers.getOrDefault("X-Slack-Retry-Num", "0")));
            envelope.put("retry_reason", reason(headers.getOrDefault("X-Slack-Retry-Reason", "")));
        }
        return envelope;
    }

    private static String type(boolean event, String body) {
        if (event) {
            return "events_api";
        }
        return body.startsWith(PAYLOAD) ? "interactive" : "slash_commands";
    }

    private static String reason(String overHttp) {
        return overHttp.equals("http_timeout") ? "timeout" : overHttp;
    }

    private static JsonNode payload(String form) {
        if (form.startsWith(PAYLOAD)) {
            return parse(decode(form.substring(PAYLOAD.length())));
        }
        var fields = SlackJson.object();
        for (var pair : form.split("&", -1)) {
            int equals = pair.indexOf('=');
            fields.put(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
        }
        return fields;
    }

    private static JsonNode parse(String json) {
        return SlackJson.parse(json)
                .orElseThrow(() -> new IllegalStateException("The simulator made a broken payload"));
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
