package dev.signalman.playground;

import static dev.signalman.playground.DemoSeed.ALICE;
import static dev.signalman.playground.DemoSeed.BOB;
import static dev.signalman.playground.DemoSeed.CAROL;
import static dev.signalman.playground.DemoSeed.DEPLOYS;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Jobs can be hurried, held and moved on; the time is the same for Semaphore, Slack and the bot all the while. */
final class OneClockTest {
    private PageClient page;

    @BeforeEach
    void open() throws IOException {
        page = new PageClient();
    }

    @AfterEach
    void close() {
        page.close();
    }

    /** The first deploy must not appear to be later than the second request, which would make that pointless. */
    @Test
    void aDeployAtTenTimesTheSpeedIsNotLaterThanTheNextRequest() {
        page.does("time", "{\"speed\":10}");
        page.does("time", "{\"step\":\"PT45M\"}");
        toStaging();
        var first = asks();
        isAgreedTo(first);
        finishNewest();

        toStaging();
        var second = asks();
        assertThat(second.path("ts").asText()).isNotEqualTo(first.path("ts").asText());
        isAgreedTo(second);
    }

    @Test
    void semaphoresDateIsTheTrueTimeWhateverTheSpeed() {
        page.does("time", "{\"speed\":1000}");
        page.does("time", "{\"step\":\"PT5H\"}");
        page.does("time", "{\"paused\":true}");
        assertThat(Duration.between(semaphoresTime(), Instant.now()).abs()).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void aSkippedDayPassesForSemaphoreSlackAndTheBot() {
        assertThat(page.does("time", "{\"skip\":\"PT25H\"}").status()).isEqualTo(400);
        assertThat(page.does("time", "{\"skip\":\"PT24H\"}").status()).isEqualTo(200);
        var tomorrow = Instant.now().plus(Duration.ofHours(24));
        assertThat(Duration.between(semaphoresTime(), tomorrow).abs()).isLessThan(Duration.ofSeconds(20));
        page.says(BOB, DEPLOYS, "/semaphore lock production web for 1h because the database moves");
        var told = page.sees(BOB, DEPLOYS, "the database moves");
        assertThat(Double.parseDouble(told.path("ts").asText()))
                .as("Slack")
                .isGreaterThan(tomorrow.getEpochSecond() - 20.0);
        page.does("time", "{\"skip\":\"PT2H\"}");
        page.sees(BOB, DEPLOYS, "expired");
    }

    private Instant semaphoresTime() {
        var answer = page.sends(HttpRequest.newBuilder(page.at("/semaphore-sim/api/v1alpha/projects")));
        return ZonedDateTime.parse(
                        answer.headers().firstValue("date").orElseThrow(), DateTimeFormatter.RFC_1123_DATE_TIME)
                .toInstant();
    }

    private void toStaging() {
        finish(page.pushes(ALICE, "api", "main", "Refund twice charged cards"));
        var before = pipelines();
        page.says(ALICE, DEPLOYS, "/semaphore promote staging api");
        page.until("staging is deploying", () -> pipelines() > before);
        finishNewest();
    }

    private JsonNode asks() {
        var before = requests();
        page.says(ALICE, DEPLOYS, "/semaphore promote production api");
        page.until("another request", () -> requests() > before);
        return PageClient.newest(page.messages(BOB, DEPLOYS), OneClockTest::isRequest)
                .orElseThrow();
    }

    private long requests() {
        return StreamSupport.stream(page.messages(BOB, DEPLOYS).spliterator(), false)
                .filter(OneClockTest::isRequest)
                .count();
    }

    private static boolean isRequest(JsonNode message) {
        return message.toString().contains("\"Approve\"");
    }

    private void isAgreedTo(JsonNode request) {
        var before = pipelines();
        approves(BOB, request);
        page.until("one vote counts", () -> voted(request));
        approves(CAROL, request);
        page.until("production is deploying", () -> pipelines() > before);
    }

    private void approves(String person, JsonNode request) {
        var now = PageClient.newest(
                        page.messages(person, DEPLOYS), each -> each.path("ts").equals(request.path("ts")))
                .orElseThrow();
        assertThat(page.presses(person, DEPLOYS, now, "Approve").status()).isEqualTo(200);
    }

    private boolean voted(JsonNode request) {
        return PageClient.newest(
                        page.messages(BOB, DEPLOYS),
                        each -> each.path("ts").equals(request.path("ts")) && PageClient.holds(each, "1 of 2"))
                .isPresent();
    }

    private int pipelines() {
        return page.world().semaphore().pipelines("api").size();
    }

    private void finishNewest() {
        var pipelines = page.world().semaphore().pipelines("api");
        finish(pipelines.get(pipelines.size() - 1));
    }

    private void finish(String pipeline) {
        page.world().semaphore().finish(pipeline);
    }
}
