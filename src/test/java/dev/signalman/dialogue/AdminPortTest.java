package dev.signalman.dialogue;

import static dev.signalman.harness.WorkspaceFixture.ALICE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalman.app.Bot;
import dev.signalman.app.config.AdminAddress;
import dev.signalman.app.config.Configuration;
import dev.signalman.harness.ConfigurationChanger;
import dev.signalman.harness.Dialogue;
import dev.signalman.harness.SlackTransport;
import dev.signalman.storage.TestDatabase;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Health and metrics on a separate port, on one interface. */
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
        var usual = new AtomicReference<Configuration>();
        try (var town = Dialogue.over(SlackTransport.HTTP, TestDatabase.ofDialogue(), configuration -> {
                    usual.set(configuration);
                    return configuration;
                });
                var bot = Bot.start(
                        ConfigurationChanger.from(usual.get())
                                .database(TestDatabase.H2.fresh())
                                .admin(new AdminAddress("127.0.0.1", 0))
                                .configuration(),
                        InstantSource.system(),
                        () -> UUID.randomUUID().toString(),
                        List.of())) {
            town.slack().botAt(URI.create("http://127.0.0.1:" + bot.port() + "/slack/events"));
            for (var path : INSIGHT) {
                assertThat(get(bot.adminPort(), path)).as(path).isEqualTo(200);
                assertThat(get(bot.port(), path)).as(path).isEqualTo(404);
                assertThat(get(bot.adminPort(), path + ";x=1")).as(path).isBetween(400, 404);
            }
            assertThat(get(bot.adminPort(), "/slack/events")).isEqualTo(404);
            assertThatThrownBy(() ->
                            new Socket(InetAddress.getByAddress(new byte[] {127, 0, 0, 2}), bot.adminPort()).close())
                    .as("another interface")
                    .isInstanceOf(ConnectException.class);
            town.asks(ALICE, "/semaphore help");
        }
    }

    @Test
    void withoutOneTheyAreServedWhereSlackComes() throws Exception {
        try (var bot = Dialogue.over(SlackTransport.HTTP)) {
            for (var path : INSIGHT) {
                assertThat(get(bot.port(), path)).as(path).isEqualTo(200);
                assertThat(get(bot.port(), path + ";x=1")).as(path).isBetween(400, 404);
            }
        }
    }
}
