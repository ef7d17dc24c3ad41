package dev.signalman.playground;

import static dev.signalman.playground.DemoSeed.ALICE;
import static dev.signalman.playground.DemoSeed.DEPLOYS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Events that the page gets. */
final class UpdatesOnThePageTest {
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private PageClient page;
    private InputStream stream;

    @BeforeEach
    void listen() throws Exception {
        page = new PageClient();
        var request = HttpRequest.newBuilder(page.at("/playground/events")).build();
        stream = HttpClient.newHttpClient()
                .send(request, BodyHandlers.ofInputStream())
                .body();
        var reader = new Thread(this::read, "reader");
        reader.setDaemon(true);
        reader.start();
        page.until("the first news", () -> heard.stream().anyMatch(line -> line.contains("\"revision\":")));
        page.until("quiet", () -> {
            heard.clear();
            Thread.sleep(500);
            return heard.isEmpty();
        });
    }

    private void read() {
        try (var lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            lines.lines().filter(line -> line.startsWith("data: ")).forEach(heard::add);
        } catch (IOException | java.io.UncheckedIOException closed) {
            heard.add("closed");
        }
    }

    @AfterEach
    void close() {
        page.close();
    }

    private void hears(String part) {
        page.until("news of " + part, () -> heard.stream().anyMatch(line -> line.contains("\"" + part + "\"")));
    }

    @Test
    void whatIsSaidAndAnsweredIsNews() {
        page.says(ALICE, DEPLOYS, "/semaphore projects");
        hears("slack");
        hears("calls");
        assertThat(heard).noneMatch(line -> line.contains("\"ci\""));
    }

    @Test
    void whatEndsByItselfAtSemaphoreIsNews() {
        page.does("time", "{\"step\":\"PT30M\"}");
        hears("time");
        hears("ci");
        heard.clear();
        var pipeline = page.pushes(ALICE, "api", "main", "Count");
        hears("ci");
        page.until("it is seen to begin", () -> {
            heard.clear();
            Thread.sleep(300);
            return page.pipeline("api", pipeline).path("state").asText().equals("running");
        });
    }

    @Test
    void theBotsDeathAndFaultsAreNews() {
        page.does("bot", "{\"do\":\"kill\"}");
        hears("bot");
        page.does("faults", "{\"semaphoreDown\":true}");
        hears("faults");
    }
}
