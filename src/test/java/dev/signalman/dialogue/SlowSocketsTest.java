package dev.signalman.dialogue;

import static dev.signalman.harness.WorkspaceFixture.ALICE;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.UnixOperatingSystemMXBean;
import dev.signalman.harness.Dialogue;
import dev.signalman.harness.SlackTransport;
import dev.signalman.web.SlowSocket;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Many nearly silent connections do not affect Slack's requests. */
@Tag("once")
final class SlowSocketsTest {
    private static final int SLOW = 90;
    private static final int IDLE = Integer.getInteger("signalman.sockets", 3_000);

    /** Files that this process needs besides those sockets. */
    private static final int OTHER_FILES = 3_000;

    private final List<SlowSocket> sockets = new ArrayList<>();
    private Dialogue bot;

    @BeforeEach
    void start() throws Exception {
        bot = Dialogue.over(SlackTransport.HTTP);
    }

    @AfterEach
    void end() throws Exception {
        for (var socket : sockets) {
            socket.close();
        }
        bot.close();
    }

    private void theBotAnswersAsEver() throws Exception {
        assertThat(health()).isEqualTo(200);
        bot.asks(ALICE, "/semaphore help");
        assertThat(health()).isEqualTo(200);
    }

    private int health() throws IOException, InterruptedException {
        var live = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + bot.port() + "/health/live"))
                .timeout(Duration.ofSeconds(10))
                .build();
        return HttpClient.newHttpClient().send(live, BodyHandlers.ofString()).statusCode();
    }

    @Test
    void ninetySlowSocketsOnAPathThatNobodyServesChangeNothing() throws Exception {
        for (int n = 0; n < SLOW; n++) {
            sockets.add(SlowSocket.posting(bot.port(), "/nosuchpath"));
        }
        theBotAnswersAsEver();
    }

    @Test
    void ninetySlowSocketsOnSlacksPathChangeNothing() throws Exception {
        for (int n = 0; n < SLOW; n++) {
            sockets.add(SlowSocket.posting(bot.port(), "/slack/events"));
            sockets.add(SlowSocket.dallying(bot.port(), "/slack/events"));
        }
        theBotAnswersAsEver();
    }

    @Test
    void thousandsOfSilentSocketsChangeNothing() throws Exception {
        if (ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean system) {
            assertThat(system.getMaxFileDescriptorCount())
                    .as("files that this process may open: raise \"ulimit -n\", or say -Dsignalman.sockets with fewer")
                    .isGreaterThan(IDLE + OTHER_FILES);
        }
        for (int n = 0; n < IDLE; n++) {
            sockets.add(SlowSocket.idle(bot.port()));
        }
        theBotAnswersAsEver();
        bot.until("some of them are let go", () -> sockets.stream().anyMatch(SlowSocket::isCut));
        theBotAnswersAsEver();
    }
}
