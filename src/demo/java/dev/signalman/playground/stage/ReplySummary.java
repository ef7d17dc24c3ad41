package dev.signalman.playground.stage;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.signalman.web.Reply;
import java.nio.charset.StandardCharsets;

/** Summarizes replies in the list of calls. */
final class ReplySummary {
    private static final JsonMapper JSON = new JsonMapper();

    private ReplySummary() {}

    /** The status, or {@code cut}. */
    static String byNumber(Reply reply) {
        return reply.status() == 0 ? "cut" : Integer.toString(reply.status());
    }

    /** The result in Slack's body: {@code ok}, or its error code. */
    static String bySlacksWord(Reply reply) {
        try {
            JsonNode body = JSON.readTree(new String(reply.body(), StandardCharsets.UTF_8));
            if (body.path("ok").asBoolean()) {
                return "ok";
            }
            return body.path("error").isTextual() ? body.path("error").asText() : byNumber(reply);
        } catch (JsonProcessingException plain) {
            return byNumber(reply);
        }
    }
}
