package dev.signalman.slack.outbound;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import okhttp3.FormBody;
import org.jspecify.annotations.Nullable;

/**
 * Slack's answer to {@code auth.test}, headers included (docs/slack.md, "Headers").
 *
 * @param answer missing when it was no JSON object
 * @param scopes the token's scopes, separated by commas; null when Slack did not say
 * @param date Slack's clock; null when it did not say
 */
record AuthTest(
        int status,
        JsonNode answer,
        @Nullable String scopes,
        @Nullable String date) {
    private static final long MOST_BYTES = 1 << 20;

    static AuthTest of(SlackConnection connection, String token) throws IOException {
        var url = connection.url(SlackMethod.WHO_AM_I.word());
        var form = new FormBody.Builder().build();
        try (var response = connection.http().postFormWithBearerHeader(url, token, form)) {
            return new AuthTest(
                    response.code(),
                    read(response.peekBody(MOST_BYTES).string()),
                    response.header("x-oauth-scopes"),
                    response.header("Date"));
        }
    }

    private static JsonNode read(String text) {
        try {
            var node = JsonMapper.builder().build().readTree(text);
            return node.isObject() ? node : MissingNode.getInstance();
        } catch (JacksonException notJson) {
            return MissingNode.getInstance(); // a web page, perhaps a proxy's
        }
    }

    boolean spoken() {
        return answer.isObject();
    }

    boolean accepted() {
        return answer.path("ok").asBoolean(false);
    }

    /** Slack's error code. */
    String error() {
        return answer.path("error").asText("no reason given");
    }

    String text(String field) {
        return answer.path(field).asText("");
    }
}
