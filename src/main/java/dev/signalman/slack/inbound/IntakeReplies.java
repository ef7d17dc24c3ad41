package dev.signalman.slack.inbound;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.slack.api.bolt.response.Response;
import dev.signalman.slack.inbound.TimedIntake.Receipt;
import org.jspecify.annotations.Nullable;

/** The messages to a person whose command or press was not recorded as usual, and the HTTP answers with them. */
final class IntakeReplies {
    static final String UNCERTAIN =
            "Perhaps not taken: the database is too slow to tell. If nothing happens within a minute, " + "try again.";

    static final String NOT_TAKEN =
            "Not taken, try again in a moment: the database isn't answering. Nothing was changed.";

    static final String NOT_TAKEN_YET =
            "Not taken yet: the database isn't answering. Slack retries for five minutes. If nothing "
                    + "happens by then, try again.";

    static final String FORM_TOO_OLD = "This form has expired. Close it and start again.";

    static final String UNREADABLE = "This form is broken. Close it and start again.";

    static final String NO_PAGE =
            "I found no link to your Semaphore organization in that message. Choose a message with the "
                    + "link of a workflow, pipeline, job or project.";

    static final String TOO_MUCH = "Not taken: you sent more than " + PersonRateLimit.MOST_A_MINUTE
            + " commands in one minute. The earlier ones are being handled. Wait a minute, then try again.";

    private IntakeReplies() {}

    static @Nullable String of(Receipt receipt) {
        return switch (receipt) {
            case TAKEN -> null;
            case TOO_LATE -> "Someone already pressed that. Nothing was changed.";
            case TOO_OLD -> "This button has expired. Get a new card with /semaphore status.";
            case TOO_MUCH, TOO_MUCH_AGAIN -> TOO_MUCH;
            case NOT_TAKEN -> NOT_TAKEN;
        };
    }

    /** An acknowledgement with a message for the asker alone. Slack shows it only for commands. */
    static Response ephemeral(String words) {
        return json(JsonNodeFactory.instance
                .objectNode()
                .put("response_type", "ephemeral")
                .put("text", words));
    }

    static Response json(JsonNode json) {
        return Response.builder()
                .statusCode(200)
                .contentType(Response.CONTENT_TYPE_APPLICATION_JSON_UTF8)
                .body(json.toString())
                .build();
    }
}
