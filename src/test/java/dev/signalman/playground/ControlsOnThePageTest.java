package dev.signalman.playground;

import static dev.signalman.playground.DemoSeed.ALICE;
import static dev.signalman.playground.DemoSeed.BOB;
import static dev.signalman.playground.DemoSeed.DEPLOYS;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signalman.simulator.semaphore.http.SemaphoreFault;
import dev.signalman.simulator.slack.SlackFault.Slow;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Controls of time, faults and the bot, on the page. */
final class ControlsOnThePageTest {
    private PageClient page;

    @BeforeEach
    void open() throws IOException {
        page = new PageClient();
    }

    @AfterEach
    void close() {
        page.close();
    }

    private Instant now() {
        return Instant.parse(page.state(ALICE).path("time").path("now").asText());
    }

    @Test
    void timeIsPausedSteppedAndHurried() throws Exception {
        assertThat(page.does("time", "{\"paused\":true}").status()).isEqualTo(200);
        var still = now();
        TimeUnit.MILLISECONDS.sleep(50);
        assertThat(now()).isEqualTo(still);
        var pipeline = page.pushes(ALICE, "web", "main", "Wait for it");
        assertThat(page.pipeline("web", pipeline).path("state").asText()).isEqualTo("queued");
        page.does("time", "{\"step\":\"PT5S\"}");
        assertThat(now()).isEqualTo(still.plusSeconds(5));
        assertThat(page.pipeline("web", pipeline).path("state").asText()).isEqualTo("running");
        page.does("time", "{\"paused\":false,\"speed\":1000}");
        page.until(
                "it passes in no time",
                () -> page.pipeline("web", pipeline).path("state").asText().equals("passed"));
        var time = page.state(ALICE).path("time");
        assertThat(time.path("speed").asInt()).isEqualTo(1000);
        assertThat(time.path("paused").asBoolean()).isFalse();
    }

    @Test
    void noDurationIsNegativeWhileSemaphoreIsFarAhead() {
        page.does("time", "{\"step\":\"PT2H\"}");
        page.says(ALICE, DEPLOYS, "/semaphore run web");
        var card = page.sees(ALICE, DEPLOYS, "Run by Alice");
        page.does("time", "{\"step\":\"PT10S\"}");
        page.says(BOB, DEPLOYS, "/semaphore pipelines web");
        var list = page.sees(BOB, DEPLOYS, "just now");
        for (var shown : List.of(card, list)) {
            assertThat(shown.toString()).doesNotContainPattern("-\\d+ ?(s|min|h)\\b");
        }
    }

    @Test
    void wrongTimesAreSaidInASentence() {
        assertThat(page.does("time", "{\"speed\":0}").error()).isEqualTo("\"speed\" is a number from 0.1 to 1000.");
        assertThat(page.does("time", "{\"step\":\"-PT5S\"}").status()).isEqualTo(400);
        assertThat(page.does("time", "{\"step\":\"soon\"}").error()).contains("PT30S");
        assertThat(page.does("time", "{\"paused\":\"yes\"}").error()).contains("neither true nor false");
    }

    @Test
    void slackThatLimitsHoldsUpWhatIsSaidAndLosesNothing() {
        page.does("faults", "{\"slackLimits\":true}");
        assertThat(page.state(ALICE).path("faults").path("slackLimits").asBoolean())
                .isTrue();
        page.says(ALICE, DEPLOYS, "/semaphore run web");
        page.until(
                "a post was turned away",
                () -> page.asks("calls").body().toString().contains("ratelimited"));
        assertThat(page.messages(ALICE, DEPLOYS).toString()).doesNotContain("Run by Alice");
        page.does("faults", "{\"slackLimits\":false}");
        page.sees(ALICE, DEPLOYS, "Run by Alice");
    }

    @Test
    void semaphoreThatIsDownIsSaidAndComesBack() {
        page.does("faults", "{\"semaphoreDown\":true}");
        page.says(ALICE, DEPLOYS, "/semaphore status web");
        page.sees(ALICE, DEPLOYS, "Semaphore");
        assertThat(page.asks("calls").body().toString()).contains("\"503\"");
        page.does("faults", "{\"semaphoreDown\":false}");
        page.says(ALICE, DEPLOYS, "/semaphore status web");
        page.sees(ALICE, DEPLOYS, "Round invoices");
    }

    @Test
    void notificationsArriveUntilTheyAreLost() {
        page.does("ci/finish", PageClient.json().put("pipeline", page.pushes(ALICE, "web", "main", "Tell it")));
        page.until("it is told", () -> webhooks() == 1);
        assertThat(page.asks("calls").body().path("calls").findValuesAsText("from"))
                .contains("Semaphore");
        page.does("faults", "{\"webhooksLost\":true}");
        assertThat(page.state(ALICE).path("faults").path("webhooksLost").asBoolean())
                .isTrue();
        page.does("ci/finish", PageClient.json().put("pipeline", page.pushes(ALICE, "web", "main", "Lose it")));
        page.until(
                "it is lost",
                () -> page.world().semaphore().notifications().deliveries().stream()
                        .anyMatch(delivery -> delivery.status() == 0));
        assertThat(webhooks()).isEqualTo(1);
    }

    private long webhooks() {
        return page.asks("calls").body().path("calls").findValuesAsText("path").stream()
                .filter("/semaphore/webhook"::equals)
                .count();
    }

    @Test
    void anActInFlightWhenTheBotIsKilledIsDoneOnce() {
        var answer = new CountDownLatch(1);
        page.world()
                .semaphore()
                .fault(SemaphoreFault.on("POST", "/plumber-workflows").answerWaitsFor(answer));
        var before = page.world().semaphore().workflows("web").size();
        page.says(ALICE, DEPLOYS, "/semaphore run web");
        page.until(
                "Semaphore has acted",
                () -> page.world().semaphore().workflows("web").size() > before);
        var killed = System.nanoTime();
        assertThat(page.does("bot", "{\"do\":\"kill\"}").status()).isEqualTo(200);
        assertThat(Duration.ofNanos(System.nanoTime() - killed))
                .as("who is killed waits for no answer; who ends in order does, for 12 s")
                .isLessThan(Duration.ofSeconds(10));
        answer.countDown();
        assertThat(page.does("bot", "{\"do\":\"kill\"}").error()).isEqualTo("The bot is dead already.");
        assertThat(page.state(ALICE).path("bot").path("running").asBoolean()).isFalse();

        page.says(BOB, DEPLOYS, "/semaphore status web");
        var errors = page.state(BOB).path("errors");
        assertThat(errors.get(errors.size() - 1).path("error").asText()).isEqualTo("dispatch_failed");
        assertThat(page.state(ALICE).path("errors")).isEmpty();

        assertThat(page.does("bot", "{\"do\":\"start\"}").status()).isEqualTo(200);
        page.sees(BOB, DEPLOYS, "Run by Alice");
        assertThat(page.world().semaphore().workflows("web")).hasSize(before + 1);
    }

    /**
     * While Slack is asked about Alice, nothing is sent to Semaphore; a sent but unanswered run may rightly end as
     * unknown. The delay is shorter than the bot's time-out, since the second bot may ask first.
     */
    @Test
    void aRestartIsAKillAndAStartAndWhatWasAcknowledgedIsDoneOnce() {
        page.world().slack().faults().next("users.info", new Slow(Duration.ofSeconds(3)));
        var before = page.world().semaphore().workflows("api").size();
        page.says(ALICE, DEPLOYS, "/semaphore run api");
        assertThat(page.does("bot", "{\"do\":\"restart\"}").status()).isEqualTo(200);
        page.sees(BOB, DEPLOYS, "Run by Alice");
        assertThat(page.world().semaphore().workflows("api")).hasSize(before + 1);
        assertThat(page.does("bot", "{\"do\":\"start\"}").error()).isEqualTo("The bot runs already.");
        assertThat(page.does("bot", "{\"do\":\"dance\"}").error()).contains("\"restart\"");
    }

    @Test
    void callsAreListedWithoutSecretsAndGoOnFromANumber() {
        page.says(ALICE, DEPLOYS, "/semaphore run infra");
        page.sees(ALICE, DEPLOYS, "Run by Alice");
        page.says(ALICE, DEPLOYS, "/semaphore help stop");
        page.sees(ALICE, DEPLOYS, "Stops a job, pipeline or workflow");
        page.until(
                "the answer to it is listed",
                () -> page.asks("calls").body().toString().contains("response_url"));
        var calls = page.asks("calls").body();
        assertThat(calls.path("calls").findValuesAsText("path"))
                .contains("/slack/events", "chat.postMessage", "response_url", "/api/v1alpha/projects");
        var post = PageClient.newest(
                        calls.path("calls"), each -> each.path("path").asText().equals("chat.postMessage"))
                .orElseThrow();
        assertThat(List.of(
                        post.path("from").asText(),
                        post.path("to").asText(),
                        post.path("status").asText()))
                .containsExactly("bot", "Slack", "ok");
        assertThat(calls.toString())
                .doesNotContain(page.world().slack().app().botToken())
                .doesNotContain(page.world().slack().app().signingSecret())
                .doesNotContain("simulated-", "?", "/response/");
        JsonNode later = page.asks("calls?after=" + calls.path("next").asLong()).body();
        assertThat(later.path("calls").findValues("n"))
                .allSatisfy(n ->
                        assertThat(n.asLong()).isGreaterThan(calls.path("next").asLong()));
        assertThat(page.asks("calls?after=x").status()).isEqualTo(400);
        assertThat(Duration.ofMillis(post.path("ms").asLong())).isLessThan(Duration.ofMinutes(1));
    }
}
