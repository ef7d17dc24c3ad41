package dev.signalman.dialogue;

import static dev.signalman.harness.WorkspaceFixture.ALICE;
import static dev.signalman.harness.WorkspaceFixture.CAROL;
import static dev.signalman.harness.WorkspaceFixture.DEPLOYS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalman.harness.Dialogue;
import dev.signalman.harness.LogLines;
import dev.signalman.harness.SignedRequests;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The bot's HTTP answers, to Slack and others. */
@Tag("once")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class WebTest {
    private static final String COMMAND = "command=%2Fsemaphore&text=projects&user_id=" + ALICE
            + "&team_id=T0ACME&channel_id=" + DEPLOYS + "&trigger_id=";

    private Dialogue bot;
    private SignedRequests web;

    @BeforeAll
    void start() throws Exception {
        bot = Dialogue.start();
        web = new SignedRequests(bot);
    }

    @AfterAll
    void end() {
        bot.close();
    }

    @Test
    void itSaysThatItLivesAndIsReady() throws Exception {
        assertThat(web.ask("GET", "/health/live").statusCode()).isEqualTo(200);
        assertThat(web.ask("GET", "/health/ready").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /",
        "GET, /slack/events",
        "PUT, /slack/events",
        "POST, /slack/events/more",
        "POST, /health/live",
        "DELETE, /metrics",
        "GET, /../../etc/passwd",
        "TRACE, /health/live"
    })
    void anythingElseIsNotFoundInFewWords(String method, String path) throws Exception {
        var response = web.ask(method, path);
        assertThat(response.statusCode()).isIn(path.contains("..") ? new Integer[] {400, 404} : new Integer[] {404});
        isShort(response);
    }

    @Test
    void theMetricsCountWhatHappensAndHoldNoIdsNamesOrTokens() throws Exception {
        var pipeline = bot.passed("web", "Count the geese");
        bot.says(ALICE, "/semaphore promote staging " + pipeline);
        bot.card("Promoted to staging by Alice", "Count the geese");
        bot.says(CAROL, "/semaphore agents create s1-secret-type");
        bot.card("*Carol* created the agent type");
        var metrics = web.ask("GET", "/metrics").body();
        assertThat(metrics)
                .contains("signalman_acts_total{state=\"done\",verb=\"promote\"} 1.0")
                .containsPattern("signalman_answers_seconds_count\\{kind=\"command\",status=\"200\"\\} \\d")
                .containsPattern("signalman_semaphore_calls_seconds_count\\{operation=\"[^\"]+\",outcome=\"ok\"\\}")
                .containsPattern("signalman_slack_calls_seconds_count\\{method=\"chat.postMessage\",outcome=\"ok\"\\}")
                .contains("signalman_queue_due", "signalman_queue_oldest_seconds", "signalman_cards_unshown")
                .doesNotContain(pipeline, ALICE, DEPLOYS, "s1-secret-type", "xoxb", "Alice", "web@")
                .doesNotContain(
                        bot.slack().app().signingSecret(), bot.semaphore().token("signalman-bot"))
                .doesNotContainPattern("[0-9a-f]{8}-[0-9a-f]{4}-");
    }

    @Test
    void whatIsNotSignedBySlackNowAndForTheFirstTimeIsRefused() throws Exception {
        var now = Instant.now();
        assertThat(web.send(COMMAND + "1", now).statusCode()).isEqualTo(200);
        refused(web.send(COMMAND + "1", now));
        refused(web.send(COMMAND + "2", now.minus(Duration.ofSeconds(310))));
        refused(web.send(COMMAND + "3", now.plus(Duration.ofSeconds(310))));
        var stamp = Long.toString(now.getEpochSecond());
        refused(web.send(COMMAND + "4", stamp, web.signature(stamp, COMMAND + "5")));
        refused(web.send(COMMAND + "6", stamp, "v0="));
        refused(web.send(COMMAND + "7", "soon", "v0=" + "0".repeat(64)));
        refused(web.ask("POST", "/slack/events"));
    }

    private static void refused(HttpResponse<String> response) {
        assertThat(response.statusCode()).isEqualTo(401);
        isShort(response);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "payload={\"type\":\"block_actions\",\"actions\":[{\"secret-word\":",
                "payload=%7B%22type%22%3A%22block_actions%22%2C%22actions%22%3A%5B%22secret-word%22%5D%7D",
                "{\"type\":\"event_callback\",\"event\":{\"type\":\"secret-word\"}}",
                "{\"type\":[[[[[[secret-word",
                "payload=%%%secret-word",
                "secret-word"
            })
    void hostileBodiesAreNeitherParsedUnsignedNorQuotedSigned(String body) throws Exception {
        try (var log = new LogLines()) {
            refused(web.send(body, Long.toString(Instant.now().getEpochSecond()), "v0=" + "a".repeat(64)));
            var signed = web.send(body, Instant.now());
            assertThat(signed.statusCode()).isIn(200, 404);
            isShort(signed);
            assertThat(log.all()).noneMatch(line -> line.contains("secret-word"));
        }
    }

    @Test
    void aBodyOverOneMebibyteIsTooLargeBeforeAnythingElse() throws Exception {
        var response = web.send("x".repeat((1 << 20) + 1), "soon", "none");
        assertThat(response.statusCode()).isEqualTo(413);
        isShort(response);
    }

    private static void isShort(HttpResponse<String> response) {
        assertThat(response.body()).hasSizeLessThan(120).doesNotContain("\tat ", "Exception", "jetty");
    }
}
