package dev.signalman.dialogue;

import static dev.signalman.harness.Town.ALICE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalman.app.config.AdminDoor;
import dev.signalman.harness.Dialogue;
import dev.signalman.harness.Way;
import dev.signalman.storage.TestDatabase;
import java.io.IOException;
import java.net.ConnectException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Health and metrics on a port of their own, on one interface. */
@Tag("once")
final class AdminPortTest {
    private static final List<String> INSIGHT = List.of("/metrics", "/health/live", "/health/ready");

    private static int get(int port, String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .build();
        return HttpClient.newHttpClient()
                .send(request, BodyHandlers.discarding())
                .statusCode();
    }

    @Test
    void withAnAdminPortHealthAndMetricsAreServedThereAlone() throws Exception {
        try (var bot = Dialogue.over(
                Way.HTTP, TestDatabase.ofDialogue(), usual -> usual.with(new AdminDoor("127.0.0.1", 0)))) {
            for (var path : INSIGHT) {
                assertThat(get(bot.adminPort(), path)).as(path).isEqualTo(200);
                assertThat(get(bot.port(), path)).as(path).isEqualTo(404);
                assertThat(get(bot.adminPort(), path + ";x=1")).as(path).isBetween(400, 404);
            }
            assertThat(get(bot.adminPort(), "/slack/events")).isEqualTo(404);
            assertThatThrownBy(() -> new Socket("127.0.0.2", bot.adminPort()).close())
                    .as("another interface")
                    .isInstanceOf(ConnectException.class);
            bot.asks(ALICE, "/semaphore help");
        }
    }

    @Test
    void withoutOneTheyAreServedWhereSlackComes() throws Exception {
        try (var bot = Dialogue.over(Way.HTTP)) {
            for (var path : INSIGHT) {
                assertThat(get(bot.port(), path)).as(path).isEqualTo(200);
                assertThat(get(bot.port(), path + ";x=1")).as(path).isBetween(400, 404);
            }
        }
    }
}
