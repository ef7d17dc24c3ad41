package dev.signalman.playground;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The tour's environment, and a tour with a missing message. */
@Timeout(60)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class DemoTourTest {
    private DemoWorld world;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        world = DemoWorld.start(0, folder, TourPace.HURRIED, 1);
    }

    @AfterAll
    void end() {
        world.close();
    }

    @Test
    void whatIsNotSeenIsNamedAndIsAFailure() throws Exception {
        var out = new StringWriter();
        var tour = new DemoTour(world, new PrintWriter(out), Duration.ZERO);

        assertThat(new TourScript(tour).play()).isOne();

        assertThat(out.toString())
                .contains("The day ends here: help for promote was never seen", "NOT SEEN:")
                .containsPattern("\\R  help for promote\\R")
                .doesNotContain("Everything was seen");
    }

    @ParameterizedTest
    @CsvSource({
        "/health/ready, ready",
        "/metrics, signalman_queue_due",
        "/simulator/slack, C0DEPLOYS",
        "/simulator/semaphore, pipelines",
    })
    void theBotAndBothSimulatorsAnswerOnOnePort(String path, String words) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + world.port() + path))
                .build();
        var answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .contains(words)
                .doesNotContain(
                        world.slack().app().botToken(), world.slack().app().signingSecret());
    }
}
