package dev.signalman.slack.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.signalman.command.Promote;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Submissions that Slack's screens would not send. */
final class HostileFormTest {
    private static final String MEMO = "{\"line\":\"promote production web\",\"channel\":\"C0BUILDS\",\"at\":1}";

    private final ReasonForm asking = new ReasonForm();
    private final InboundFixture edge = new InboundFixture(
            URI.create("https://slack.com/api/"),
            "xoxb-the-token",
            InboundFixture.SECRET,
            Map.of(Promote.class, asking));

    @AfterEach
    void close() {
        edge.close();
    }

    private String answer(String memo, String version, String token, String why) throws Exception {
        var reply = edge.sends(SlackRequestBodies.payload(
                """
                {"type":"view_submission","user":{"id":"U0EVE","name":"eve","team_id":"T0ACME"},
                 "view":{"id":"V1","callback_id":"form","private_metadata":%s,"state":{"values":{
                  "version":{"version":{"type":"static_select","selected_option":{"value":"%s"}}},
                  "token":{"token":{"type":"plain_text_input","value":"%s"}},
                  "why":{"why":{"type":"plain_text_input","value":"%s"}},
                  "other":{"other":{"type":"plain_text_input","value":"never asked for"}}}}}}""".formatted(JsonNodeFactory.instance.textNode(memo), version, token, why)));
        assertThat(reply.status()).isEqualTo(200);
        return new String(reply.body(), StandardCharsets.UTF_8);
    }

    @Test
    void whatSlackWouldNotHaveLetThroughIsRefusedByItsField() throws Exception {
        assertThat(answer(MEMO, "v3", "t", "r")).contains("\"version\":\"That choice is no longer available.");
        assertThat(answer(MEMO, "v1", "x".repeat(21), "r")).contains("\"token\":\"Use at most 20 characters");
        assertThat(answer(MEMO, "v1", "t", " ")).contains("\"why\":\"This field is required");
        assertThat(edge.intake.taken()).isEmpty();
        assertThat(asking.secrets).isEmpty();
    }

    @Test
    void whoSubmitsIsWhoSaysItWhoeverOpenedIt() throws Exception {
        assertThat(answer(MEMO, "v1", "t", "r")).isEmpty();

        assertThat(edge.intake.only().actor().userId()).isEqualTo("U0EVE");
    }

    @Test
    void aLineThatAsksForNoFormCannotBeSlippedIn() throws Exception {
        assertThat(answer(MEMO.replace("promote production web", "stop web"), "v1", "t", "r"))
                .contains("This form is out of date.");
        assertThat(answer(MEMO.replace("promote production web", "observe 1 attempt=0"), "v1", "t", "r"))
                .contains("Unknown command");
        assertThat(answer(MEMO.replace("promote production web", "kept:9"), "v1", "t", "r"))
                .contains("This form has expired.");
        assertThat(edge.intake.taken()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{",
                "{\"line\":\"promote production web\",\"channel\":\"<!here>\",\"at\":1}",
                "{\"line\":7,\"channel\":\"C0BUILDS\",\"at\":1}",
                "{\"line\":\"promote production web\",\"channel\":\"C0BUILDS\"}",
                "{\"line\":\"promote production web\",\"channel\":\"C0BUILDS\",\"at\":1,\"thread\":\"x\"}"
            })
    void whatWeDidNotWriteIsNotRead(String memo) throws Exception {
        assertThat(answer(memo, "v1", "t", "r")).contains("is broken");

        assertThat(edge.intake.taken()).isEmpty();
    }

    @Test
    void aResponseUrlThatIsNotSlacksIsDropped() throws Exception {
        var fresh = Long.toString(InboundFixture.NOW.getEpochSecond());
        answer(MEMO.replace("\"at\":1", "\"at\":" + fresh + ",\"url\":\"https://evil.example/\""), "v1", "t", "r");

        assertThat(edge.intake.only().responseUrl()).isNull();
    }

    @Test
    void aResponseUrlThatIsOldIsNotUsed() throws Exception {
        var url = "\"url\":\"https://hooks.slack.com/commands/1\"";
        var old = Long.toString(InboundFixture.NOW.getEpochSecond() - 1_800);
        var fresh = Long.toString(InboundFixture.NOW.getEpochSecond() - 1_600);
        answer(MEMO.replace("\"at\":1", "\"at\":" + old + "," + url), "v1", "t", "old");
        answer(MEMO.replace("\"at\":1", "\"at\":" + fresh + "," + url), "v1", "t", "fresh");

        assertThat(edge.intake.taken())
                .extracting(each -> each.responseUrl() != null)
                .containsExactly(false, true);
    }
}
