package dev.signalman.slack.inbound;

import static dev.signalman.slack.inbound.InboundFixture.NOW;
import static dev.signalman.slack.inbound.InboundFixture.call;
import static dev.signalman.slack.inbound.SlackRequestBodies.button;
import static dev.signalman.slack.inbound.SlackRequestBodies.command;
import static dev.signalman.slack.inbound.SlackRequestBodies.form;
import static dev.signalman.slack.inbound.SlackRequestBodies.payload;
import static dev.signalman.slack.inbound.SlackRequestBodies.press;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalman.harness.LogLines;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class HostileRequestTest {
    private static final String MARK = "s3cr3t-of-the-body";

    private final InboundFixture edge = new InboundFixture();
    private final LogLines log = new LogLines();

    @AfterEach
    void close() {
        log.close();
        edge.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\":\"event_callback\"}",
                "{\"type\":\"" + MARK + "\"}",
                "payload={" + MARK,
                "command=%2Fsemaphore&text=" + MARK,
                "ssl_check=1&token=" + MARK,
                MARK
            })
    void whatIsNotSignedIsRefusedUnreadAndUnspoken(String body) throws Exception {
        var reply = edge.endpoint.answer(call(body, Long.toString(NOW.getEpochSecond()), "v0=" + "0".repeat(64)));

        assertThat(reply.status()).isEqualTo(401);
        assertThat(new String(reply.body(), StandardCharsets.UTF_8))
                .hasSizeLessThan(60)
                .doesNotContain(MARK);
        assertThat(log.all()).isEmpty();
        assertThat(edge.intake.taken()).isEmpty();
        assertThat(edge.answered).containsExactly("refused 401");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ssl_check=1", "ssl_check=1&token=abc", "token=abc&ssl_check=1"})
    void slacksLookAtTheCertificateIsAnsweredThoughItIsNotSigned(String body) throws Exception {
        assertThat(edge.endpoint.answer(call(body, null, null)).status()).isEqualTo(200);
        assertThat(edge.answered).containsExactly("ssl_check 200");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ssl_check=1&command=%2Fsemaphore&text=stop",
                "command=%2Fsemaphore&ssl_check=1",
                "ssl_check=1&payload={}",
                "ssl_check=0",
                "ssl_check=1&token=%26command=x",
                "{\"type\":\"url_verification\",\"ssl_check\":1}"
            })
    void nothingElseComesInWithItUnsigned(String body) throws Exception {
        assertThat(edge.endpoint.answer(call(body, null, null)).status()).isEqualTo(401);
        assertThat(edge.intake.taken()).isEmpty();
    }

    @Test
    void thatSlackDropsEventsIsAcknowledgedCountedAndSaidInTheLog() throws Exception {
        var reply = edge.sends("""
                {"token":"x","type":"app_rate_limited","team_id":"T1","minute_rate_limited":1518467820,"api_app_id":"A1"}""");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(edge.answered).containsExactly("app_rate_limited 200");
        assertThat(log.all())
                .anyMatch(
                        line -> line.contains(
                                "Slack is dropping events (app_rate_limited): this workspace sent more than 30,000 in an hour."));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\":\"" + MARK + "\"}",
                "{\"type\":\"event_callback\",\"x\":\"" + MARK + "\"}",
                "{\"type\":\"event_callback\",\"event\":\"" + MARK + "\"}",
                "{\"type\":7}",
                "{\"" + MARK,
                "[" + MARK,
                "payload=",
                "payload=%zz" + MARK,
                "payload=%5B%22" + MARK + "%22%5D",
                "payload=%7B%22type%22%3A%22block_actions%22%2C%22actions%22%3A%22" + MARK + "%22%7D",
                "payload=%7B%22type%22%3A%22block_actions%22%7D",
                "payload=%7B%22type%22%3A%22block_actions%22%2C%22actions%22%3A%5Bnull%5D%7D",
                "payload=%7B%22type%22%3A%22view_submission%22%7D",
                "command=%zz" + MARK,
                "command=",
                MARK,
                ""
            })
    void whatIsSignedButMisshapenIsAnsweredQuietly(String body) throws Exception {
        var reply = edge.sends(body);

        assertThat(reply.status()).isIn(200, 404);
        assertThat(new String(reply.body(), StandardCharsets.UTF_8)).doesNotContain(MARK);
        assertThat(log.all()).noneMatch(line -> line.contains(MARK));
        assertThat(edge.intake.taken()).isEmpty();
    }

    @Test
    void deepNestingIsOnlySkipped() throws Exception {
        var deep = "[".repeat(100_000);

        assertThat(edge.sends(payload("{\"x\":" + deep + ",\"type\":\"block_actions\"}"))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void slackProvesTheAddressByAChallenge() throws Exception {
        var reply = edge.sends("{\"token\":\"x\",\"challenge\":\"3eZbrw1aBm2r\",\"type\":\"url_verification\"}");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(new String(reply.body(), StandardCharsets.UTF_8)).isEqualTo("3eZbrw1aBm2r");
    }

    @Test
    void aCheckOfTheCertificateIsAnswered() throws Exception {
        assertThat(edge.sends("ssl_check=1&token=x").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"reaction_added", "message", "app_uninstalled", "APP_MENTION", MARK, ""})
    void anEventThatNobodyAskedForIsAcknowledgedWithoutAWord(String type) throws Exception {
        var reply = edge.sends("{\"type\":\"event_callback\",\"event\":{\"type\":\"" + type + "\",\"user\":\"U1\"}}");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body()).isEmpty();
        assertThat(log.all()).isEmpty();
        assertThat(edge.intake.taken()).isEmpty();
    }

    @Test
    void aReplayIsRefused() throws Exception {
        assertThat(edge.sends(form(command("stop"))).status()).isEqualTo(200);
        assertThat(edge.sends(form(command("stop"))).status()).isEqualTo(401);
    }

    @Test
    void neitherLinesNorCapabilitiesNorTokensAreEverLogged() throws Exception {
        var foreign = command(MARK);
        foreign.put("response_url", "https://" + MARK + ".example/");
        edge.sends(form(foreign));
        edge.intake.behave(invocation -> {
            throw new IllegalStateException("broken");
        });
        edge.sends(press(button("command:stop:0", MARK)).replace("hooks.slack.com", MARK + ".example"));
        edge.sends(form(command("stop")), NOW.getEpochSecond() + 1);

        assertThat(log.all())
                .isNotEmpty()
                .noneMatch(line -> line.contains(MARK)
                        || line.contains("xoxb-")
                        || line.contains("hooks.slack.com")
                        || line.contains(InboundFixture.SECRET));
    }
}
