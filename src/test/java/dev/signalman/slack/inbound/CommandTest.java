package dev.signalman.slack.inbound;

import static dev.signalman.slack.inbound.Bodies.command;
import static dev.signalman.slack.inbound.Bodies.form;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalman.dispatch.NotTakenException;
import dev.signalman.dispatch.Origin;
import dev.signalman.domain.Actor;
import dev.signalman.domain.Place;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CommandTest {
    private final AnEdge edge = new AnEdge();

    @AfterEach
    void close() {
        edge.close();
    }

    @Test
    void aCommandIsTakenAndAcknowledgedWithoutAWord() throws Exception {
        var reply = edge.sends(form(command("promote production @žluťoučký &amp; 🚂")));

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body()).isEmpty();
        var taken = edge.intake.only();
        assertThat(taken.line()).isEqualTo("promote production @žluťoučký & 🚂");
        assertThat(taken.actor()).isEqualTo(new Actor("U2147483697", "dana", "T0001"));
        assertThat(taken.place()).isEqualTo(Place.channel("C2147483705"));
        assertThat(taken.origin()).isEqualTo(new Origin.Typed());
        assertThat(taken.taken()).isEqualTo(AnEdge.NOW);
        assertThat(taken.responseUrl()).isEqualTo("https://hooks.slack.com/commands/T0001/5678/abc");
        assertThat(edge.answered).containsExactly("command 200");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   "})
    void nothingTypedAsksForHelp(String text) throws Exception {
        edge.sends(form(command(text)));

        assertThat(edge.intake.only().line()).isEqualTo("help");
    }

    @Test
    void whatSlackSendsAgainIsTheSameInvocation() throws Exception {
        edge.sends(form(command("status")), AnEdge.NOW.getEpochSecond());
        var again = edge.sends(form(command("status")), AnEdge.NOW.getEpochSecond() + 1);

        assertThat(again.status()).isEqualTo(200);
        assertThat(edge.intake.taken()).hasSize(1);
    }

    @Test
    void whatAnEavesdropperSendsAfterARestartIsTheSameInvocationToo() throws Exception {
        var body = form(command("rerun web"));
        edge.sends(body);
        try (var restarted = new AnEdge()) { // which does not remember any signature
            assertThat(restarted.sends(body).status()).isEqualTo(200);
            assertThat(restarted.intake.only().id())
                    .isEqualTo(edge.intake.only().id());
        }
    }

    @Test
    void withoutATriggerTheSameRequestIsStillTheSame() throws Exception {
        var fields = command("status");
        fields.remove("trigger_id");
        edge.sends(form(fields), AnEdge.NOW.getEpochSecond());
        edge.sends(form(fields), AnEdge.NOW.getEpochSecond() + 1);
        fields.put("text", "status web");
        edge.sends(form(fields));

        assertThat(edge.intake.taken()).hasSize(2);
    }

    @Test
    void aTriggerOfAnyLengthNamesACommandShortly() throws Exception {
        var fields = command("status");
        fields.put("trigger_id", "1.2." + "x".repeat(5_000));
        edge.sends(form(fields));

        assertThat(edge.intake.only().id()).startsWith("command:").hasSizeLessThan(100);
    }

    @Test
    void theSameLineTypedAgainIsANewAct() throws Exception {
        var fields = command("rerun");
        edge.sends(form(fields));
        fields.put("trigger_id", "13345224609.738474920.another");
        edge.sends(form(fields));

        assertThat(edge.intake.taken()).hasSize(2);
    }

    @Test
    void whatCouldNotBeRecordedIsSaidToTheAskerAlone() throws Exception {
        edge.intake.behave(invocation -> {
            throw new NotTakenException(new SQLException("down"));
        });

        var reply = edge.sends(form(command("rerun")));

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.contentType()).startsWith("application/json");
        assertThat(new String(reply.body(), StandardCharsets.UTF_8))
                .contains("\"response_type\":\"ephemeral\"")
                .contains("Not taken, try again");
    }

    @Test
    void aCommandOfAnotherNameIsNotTaken() throws Exception {
        var fields = command("rerun");
        fields.put("command", "/other");

        assertThat(new String(edge.sends(form(fields)).body(), StandardCharsets.UTF_8))
                .contains("/semaphore");
        assertThat(edge.intake.taken()).isEmpty();
    }

    @Test
    void aNulInALineDoesNotReachTheDatabase() throws Exception {
        edge.sends(form(command("status \0web")));

        assertThat(edge.intake.only().line()).isEqualTo("status \uFFFDweb");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://hooks.slack.com/commands/1",
                "https://hooks.slack.com.evil.example/1",
                "https://evil.example/slack.com"
            })
    void aResponseUrlElsewhereIsDropped(String url) throws Exception {
        var fields = command("status");
        fields.put("response_url", url);
        edge.sends(form(fields));

        assertThat(edge.intake.only().responseUrl()).isNull();
    }
}
