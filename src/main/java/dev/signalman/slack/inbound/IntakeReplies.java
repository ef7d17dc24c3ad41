package dev.signalman.slack.inbound;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.slack.api.bolt.response.Response;
import dev.signalman.slack.inbound.TimedIntake.Receipt;
import org.jspecify.annotations.Nullable;

/** The messages to a person whose command or press was not recorded as usual, and the HTTP answers with them. */
final class IntakeReplies {
    static final String UNCERTAIN =
            "Perhaps not taken, try again if nothing comes of it in a minute: the database answers too slowly to tell.";

    static final String NOT_TAKEN = "Not taken, try again in a moment: the database did not answer. Nothing was done.";

    static final String NOT_TAKEN_YET = "Not taken yet: the database did not answer. Slack asks me again for the next "
            + "five minutes; if nothing comes of it by then, ask anew.";

    static final String FORM_TOO_OLD =
            "This form is too old: what it was opened for is no longer kept. Close it, and ask again.";

    static final String UNREADABLE = "What I noted when this form opened cannot be read. Close it, and ask again.";

    static final String NO_PAGE =
            "I find no page of your Semaphore organisation in that message. Choose a message that "
                    + "holds the address of a workflow, a pipeline, a job or a project.";

    static final String TOO_MUCH = "Not taken: you asked for more than " + PersonRateLimit.MOST_A_MINUTE
            + " things in one minute. Everything before this is being done. Wait a minute, then ask again.";

    private IntakeReplies() {}

    static @Nullable String of(Receipt receipt) {
        return switch (receipt) {
            case TAKEN -> null;
            case TOO_LATE -> "That was pressed already, so nothing more was done.";
            case TOO_OLD -> "This button is too old: what it stood for is no longer kept. Ask for a fresh card.";
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
