package dev.signalman.slack.inbound;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.slack.api.bolt.response.Response;

/** An answer in the body of the acknowledgement, for the asker alone. Slack shows it for commands, and for nothing else. */
final class EphemeralAck {
    private EphemeralAck() {}

    static Response response(String words) {
        var body = JsonNodeFactory.instance
                .objectNode()
                .put("response_type", "ephemeral")
                .put("text", words);
        return Response.builder()
                .statusCode(200)
                .contentType(Response.CONTENT_TYPE_APPLICATION_JSON_UTF8)
                .body(body.toString())
                .build();
    }
}
