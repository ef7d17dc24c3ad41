package dev.signalman.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.signalman.simulator.semaphore.notifications.NotificationRule;
import dev.signalman.web.HttpCall;
import dev.signalman.web.Reply;
import dev.signalman.web.Route;
import dev.signalman.web.WebServer;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the real Semaphore sends, and when it does not: docs/semaphore.md, "Notifications". */
class NotificationsTest {
    private final List<HttpCall> heard = new CopyOnWriteArrayList<>();
    private volatile Duration slow = Duration.ZERO;
    private volatile int status = 200;
    private SimulatedSemaphore semaphore = SimulatedSemaphore.mounted(InstantSource.system(), counting());
    private @Nullable WebServer listener;

    @BeforeEach
    void listen() throws IOException {
        listener = WebServer.start(0, List.of(Route.of("POST", "/hook", this::hear)));
        semaphore.addProject("web");
    }

    @AfterEach
    void end() {
        semaphore.close();
        if (listener != null) {
            listener.close();
        }
    }

    @Test
    void onlyTheEndOfAPipelineIsTold() throws Exception {
        semaphore.notifications().add(rule("secret"));
        var pipeline = semaphore.push("web", "main", "One", "alice").pipelineId();
        semaphore.begin(pipeline);
        semaphore.hold(pipeline);
        semaphore.finish(semaphore
                .push("web", "other", "Begun later, done before", "alice")
                .pipelineId());
        next();
        semaphore.finish(pipeline);
        await().until(() -> heard.size() == 2);

        var payload = body(heard.get(1));
        assertThat(payload.path("pipeline").path("id").asText()).isEqualTo(pipeline);
        assertThat(payload.path("pipeline").path("result").asText()).isEqualTo("passed");
        assertThat(payload.path("pipeline").path("stopping_at").asText()).isEqualTo("1970-01-01T00:00:00Z");
        assertThat(payload.path("revision").path("branch").path("name").asText())
                .isEqualTo("main");
        assertThat(payload.path("revision").path("tag").isNull()).isTrue();
    }

    @Test
    void theNumberOfAPullRequestIsAString() throws Exception {
        semaphore.notifications().add(rule("secret"));
        semaphore.finish(semaphore.push("web", "pull-request-7", "One", "alice").pipelineId());

        var revision = body(next()).path("revision");
        assertThat(revision.path("reference_type").asText()).isEqualTo("pull_request");
        assertThat(revision.path("pull_request").path("number").isTextual()).isTrue();
        assertThat(revision.path("branch").isNull()).isTrue();
    }

    @Test
    void aTagIsNoBranch() throws Exception {
        semaphore.notifications().add(rule("secret"));
        semaphore.finish(semaphore.push("web", "refs/tags/v1.2", "One", "alice").pipelineId());

        assertThat(body(next()).path("revision").path("tag").path("name").asText())
                .isEqualTo("v1.2");
    }

    @Test
    void aStoppedPipelineIsNotAFailedOne() throws Exception {
        semaphore.notifications().add(rule("secret"));
        var pipeline = semaphore.push("web", "main", "One", "alice").pipelineId();
        semaphore.begin(pipeline);
        semaphore.stopOnTheWeb(pipeline, "alice");

        assertThat(body(next()).path("pipeline").path("result").asText()).isEqualTo("stopped");
    }

    @Test
    void withoutASecretItComesUnsigned() {
        semaphore.notifications().add(rule(null));
        semaphore.finish(semaphore.push("web", "main", "One", "alice").pipelineId());

        assertThat(next().header("x-semaphore-signature-256")).isNull();
    }

    @Test
    void theSignatureIsBareHex() {
        semaphore.notifications().add(rule("secret"));
        semaphore.finish(semaphore.push("web", "main", "One", "alice").pipelineId());

        assertThat(next().header("x-semaphore-signature-256")).matches("[0-9a-f]{64}");
    }

    @Test
    void whoAnswersTooLateHearsItAgainUnderTheSameIdOnlyWhenTheRuleSaysSo() {
        slow = Duration.ofMillis(800);
        semaphore.notifications().add(rule("secret").retrying(1));
        semaphore.finish(semaphore.push("web", "main", "One", "alice").pipelineId());

        await().until(() -> heard.size() == 2);
        assertThat(heard.get(0).header("x-semaphore-webhook-id"))
                .isEqualTo(heard.get(1).header("x-semaphore-webhook-id"));
        await().until(() -> semaphore.notifications().deliveries().size() == 1);
        assertThat(semaphore.notifications().deliveries().get(0).status()).isEqualTo(200);
    }

    @Test
    void whoAnswersTooLateHearsItOnceUnlessTheRuleSaysMore() {
        slow = Duration.ofMillis(800);
        semaphore.notifications().add(rule("secret"));
        semaphore.finish(semaphore.push("web", "main", "One", "alice").pipelineId());

        await().until(() -> semaphore.notifications().deliveries().size() == 1);
        assertThat(semaphore.notifications().deliveries().get(0).status()).isZero();
        assertThat(semaphore.notifications().deliveries().get(0).attempts()).isOne();
    }

    @Test
    void whoAnswersThatItIsBrokenIsNotAskedAgain() {
        status = 503;
        semaphore.notifications().add(rule("secret").retrying(1));
        semaphore.finish(semaphore.push("web", "main", "One", "alice").pipelineId());

        await().until(() -> semaphore.notifications().deliveries().size() == 1);
        assertThat(semaphore.notifications().deliveries().get(0).status()).isEqualTo(503);
        assertThat(semaphore.notifications().deliveries().get(0).attempts()).isOne();
    }

    @Test
    void whatGetsLostIsNotSentAgain() {
        semaphore.notifications().add(rule("secret"));
        semaphore.notifications().lose(true);
        semaphore.finish(semaphore.push("web", "main", "One", "alice").pipelineId());

        await().until(() -> semaphore.notifications().deliveries().size() == 1);
        semaphore.notifications().lose(false);
        assertThat(heard).isEmpty();
    }

    @Test
    void aProjectThatNoRuleNamesIsNotTold() {
        semaphore.addProject("api");
        semaphore.notifications().add(rule("secret"));
        semaphore.finish(semaphore.push("api", "main", "One", "alice").pipelineId());
        semaphore.finish(semaphore.push("web", "main", "Two", "alice").pipelineId());

        next();
        assertThat(semaphore.notifications().deliveries()).hasSizeLessThan(2);
        assertThat(heard).hasSize(1);
    }

    private NotificationRule rule(@Nullable String secret) {
        var port = java.util.Objects.requireNonNull(listener).port();
        return NotificationRule.of(URI.create("http://127.0.0.1:" + port + "/hook"), secret, "web");
    }

    private HttpCall next() {
        await().until(() -> !heard.isEmpty());
        return heard.get(0);
    }

    private Reply hear(HttpCall call) throws InterruptedException {
        heard.add(call);
        Thread.sleep(slow.toMillis());
        return Reply.text(status, Map.of("ok", true).toString());
    }

    private static JsonNode body(HttpCall call) throws IOException {
        return new ObjectMapper().readTree(call.body());
    }

    private static dev.signalman.simulator.semaphore.SeededIds counting() {
        return dev.signalman.simulator.semaphore.SeededIds.repeatable(3);
    }
}
