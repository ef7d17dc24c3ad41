package dev.signalman.playground;

import static dev.signalman.playground.DemoSeed.ALICE;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A link of the bot to Semaphore leads to a page. */
final class SemaphorePagesTest {
    private static PageClient page;

    @BeforeAll
    static void open() throws IOException {
        page = new PageClient();
    }

    @AfterAll
    static void close() {
        page.close();
    }

    @Test
    void theLinkOfACardIsAPageAndSaysWhichPipelineItIs() {
        page.says(ALICE, DemoSeed.DEPLOYS, "/semaphore status web");
        var card = page.sees(ALICE, DemoSeed.DEPLOYS, "Round invoices").toString();
        var link = Pattern.compile("http://[^\"|>\\\\]+/workflows/([^\"|>\\\\?]+)\\?pipeline_id=([^\"|>\\\\]+)")
                .matcher(card);
        assertThat(link.find()).isTrue();
        var path = "/semaphore-sim/workflows/" + link.group(1) + "?pipeline_id=" + link.group(2);
        assertThat(get(path).statusCode()).isEqualTo(200);
        assertThat(get(path).headers().firstValue("content-type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/html"));
        var shown = page.asks("page?pipeline=" + link.group(2)).body();
        assertThat(shown.path("project").asText()).isEqualTo("web");
        assertThat(shown.path("pipeline").path("message").asText()).startsWith("Round invoices");
        assertThat(page.asks("page?workflow=" + link.group(1)).body().path("pipeline"))
                .isEqualTo(shown.path("pipeline"));
    }

    @Test
    void aJobHasItsLogAndAProjectItsPipelines() {
        var semaphore = page.world().semaphore();
        var pipeline = semaphore.push("web", "main", "Break", "alice").pipelineId();
        semaphore.begin(pipeline);
        semaphore.failJob(pipeline, "Build", "compile", 1, "no such file\n");
        var job = semaphore.jobId(pipeline, "Build", "compile");
        assertThat(get("/semaphore-sim/jobs/" + job).statusCode()).isEqualTo(200);
        assertThat(page.asks("page?job=" + job).body().path("job").path("log").asText())
                .isEqualTo("no such file\n");
        assertThat(page.asks("page?project=web")
                        .body()
                        .path("pipelines")
                        .get(0)
                        .path("id")
                        .asText())
                .isEqualTo(pipeline);
    }

    @Test
    void whatDoesNotExistIsSaidInASentence() {
        assertThat(page.asks("page?pipeline=nope").status()).isEqualTo(400);
        assertThat(page.asks("page").error()).contains("nothing at this address");
    }

    @Test
    void programsStillMeetTheApi() {
        assertThat(get("/semaphore-sim/api/v1alpha/projects").statusCode()).isEqualTo(401);
        assertThat(get("/semaphore-sim/jobs/x/plain_logs.json").statusCode()).isEqualTo(404);
    }

    private static HttpResponse<String> get(String path) {
        return page.sends(HttpRequest.newBuilder(page.at(path)));
    }
}
