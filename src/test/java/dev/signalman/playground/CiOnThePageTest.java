package dev.signalman.playground;

import static dev.signalman.playground.DemoSeed.ALICE;
import static dev.signalman.playground.DemoSeed.BOB;
import static dev.signalman.playground.DemoSeed.BUILDS;
import static dev.signalman.playground.DemoSeed.CAROL;
import static dev.signalman.playground.DemoSeed.PARTNER;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What happens at Semaphore, on the page. */
final class CiOnThePageTest {
    private static PageClient page;

    @BeforeAll
    static void open() throws IOException {
        page = new PageClient();
    }

    @AfterAll
    static void close() {
        page.close();
    }

    private static PageClient.Answer job(String pipeline, String block, String job, String outcome) {
        var deed = PageClient.json().put("pipeline", pipeline).put("block", block);
        return page.does("ci/job", deed.put("job", job).put("outcome", outcome));
    }

    private static void becomes(String project, String pipeline, String state) {
        page.until(
                pipeline + " " + state,
                () -> page.pipeline(project, pipeline).path("state").asText().equals(state));
    }

    private static void steps(String time) {
        assertThat(page.does("time", PageClient.json().put("step", time)).status())
                .isEqualTo(200);
    }

    @Test
    void aJobThatFailsOnThePageIsNoticedByTheBot() {
        page.says(BOB, BUILDS, "/semaphore run web");
        var card = page.sees(BOB, BUILDS, "Run by Bob");
        var pipeline = page.project("web").path("pipelines").get(0).path("id").asText();
        var early = job(pipeline, "Build", "compile", "failed");
        assertThat(early.status()).as(early.error()).isIn(200, 409);
        steps("PT4S");
        var failed = early.status() == 200 ? early : job(pipeline, "Build", "compile", "failed");
        assertThat(failed.status()).as(failed.error()).isEqualTo(200);
        becomes("web", pipeline, "failed");
        var told = page.sees(CAROL, BUILDS, "Rebuild failed");
        assertThat(told.path("ts").asText()).isEqualTo(card.path("ts").asText());
    }

    @Test
    void oneJobPassesAndTheOthersGoOn() {
        var pipeline = page.pushes(ALICE, "api", "main", "Count retries");
        steps("PT3.5S");
        steps("PT32S");
        assertThat(job(pipeline, "Test", "golangci-lint", "passed").status()).isEqualTo(200);
        var tests = page.pipeline("api", pipeline).path("blocks").get(1);
        assertThat(tests.path("state").asText()).isEqualTo("running");
        assertThat(tests.path("jobs").findValuesAsText("state"))
                .contains("passed")
                .hasSize(2)
                .doesNotHaveDuplicates();
        assertThat(job(pipeline, "Test", "golangci-lint", "failed").status()).isEqualTo(409);
        assertThat(page.does("ci/finish", PageClient.json().put("pipeline", pipeline))
                        .status())
                .isEqualTo(200);
        becomes("api", pipeline, "passed");
        var again = page.does("ci/finish", PageClient.json().put("pipeline", pipeline));
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.error()).contains("done already").endsWith(".");
    }

    @Test
    void whatIsStoppedOnTheWebIsSeenInSlack() {
        page.says(ALICE, BUILDS, "/semaphore run api");
        page.sees(ALICE, BUILDS, "Run by Alice");
        var pipeline = page.project("api").path("pipelines").get(0).path("id").asText();
        steps("PT5S");
        var stop = PageClient.json().put("pipeline", pipeline).put("as", BOB);
        assertThat(page.does("ci/stop", stop).status()).isEqualTo(200);
        becomes("api", pipeline, "stopped");
        page.sees(BOB, BUILDS, "was stopped");
    }

    @Test
    void promotesAndRerunsOnTheWeb() {
        var pipeline = page.pushes(ALICE, "infra", "main", "Widen the subnet");
        page.does("ci/finish", PageClient.json().put("pipeline", pipeline));
        var promote = PageClient.json()
                .put("pipeline", pipeline)
                .put("promotion", "apply")
                .put("as", CAROL);
        var refused = page.does("ci/promote", promote);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.error()).isEqualTo("Semaphore refuses that: Required and missing: WORKSPACE.");
        promote.putObject("parameters").put("WORKSPACE", "green");
        assertThat(page.does("ci/promote", promote).status()).isEqualTo(200);
        page.until(
                "Semaphore has taken it",
                () -> page.pipeline("infra", pipeline)
                        .at("/promotions/0/state")
                        .asText()
                        .equals("passed"));
        var made = page.pipeline("infra", pipeline).path("promotions").get(0);
        assertThat(List.of(
                        made.path("name").asText(),
                        made.path("by").asText(),
                        made.path("state").asText()))
                .containsExactly("apply", "carol", "passed");
        assertThat(page.pipeline("infra", made.path("pipeline").asText())
                        .path("promotedAs")
                        .asText())
                .isEqualTo("apply");
        var rerun = page.does(
                "ci/rerun", PageClient.json().put("pipeline", pipeline).put("as", BOB));
        assertThat(rerun.status()).isEqualTo(200);
        JsonNode again = page.pipeline("infra", rerun.body().path("pipeline").asText());
        assertThat(again.path("message").asText()).isEqualTo("Widen the subnet");
    }

    @Test
    void whatIsUnknownIsSaidInASentence() {
        assertThat(page.does("ci/push", "{\"as\":\"U0ALICE\",\"project\":\"wab\"}")
                        .error())
                .isEqualTo("Can't find project \"wab\"; there are web, api, infra.");
        assertThat(page.does("ci/push", "{\"as\":\"U0ALICE\",\"project\":\"web\",\"branch\":\"no branch\"}")
                        .error())
                .contains("is no branch");
        for (var deed : List.of("finish", "stop", "promote", "rerun", "job")) {
            var answer = page.does("ci/" + deed, "{\"as\":\"U0ALICE\",\"pipeline\":\"nowhere\"}");
            assertThat(answer.status()).as(deed).isEqualTo(400);
            assertThat(answer.error()).as(deed).isEqualTo("There is no pipeline with the id nowhere.");
        }
        var foreign = page.does("ci/push", PageClient.json().put("as", PARTNER).put("project", "web"));
        assertThat(foreign.error()).contains("another organization");
    }
}
