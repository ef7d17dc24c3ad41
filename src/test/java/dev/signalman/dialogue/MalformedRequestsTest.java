package dev.signalman.dialogue;

import static dev.signalman.harness.WorkspaceFixture.ALICE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalman.harness.Dialogue;
import dev.signalman.harness.LogLines;
import dev.signalman.harness.MalformedBodies;
import dev.signalman.harness.SignedRequests;
import dev.signalman.harness.SlackTransport;
import dev.signalman.harness.WellFormedBodies;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The whole bot gets malformed signed requests: it accepts what it can, rejects the rest, and goes on. */
@Tag("once")
final class MalformedRequestsTest {
    private static final int USUAL = 4_000;

    /** Fraction of the payloads that are also sent over HTTP. */
    private static final int SHARE = 10;

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final int KINDS = 4;

    private static String made(MalformedBodies made, int n) {
        return switch (n % KINDS) {
            case 0 -> made.form(WellFormedBodies.COMMAND);
            case 1 -> made.payload(WellFormedBodies.PAYLOADS.get(n / KINDS % WellFormedBodies.PAYLOADS.size()));
            default -> made.json(WellFormedBodies.EVENTS.get(n / KINDS % WellFormedBodies.EVENTS.size()));
        };
    }

    private static int notifies(int port, String body) throws Exception {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec("shared-with-semaphore".getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/semaphore/webhook"))
                .header(
                        "X-Semaphore-Signature-256",
                        HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8))))
                .POST(BodyPublishers.ofString(body))
                .build();
        return HTTP.send(request, BodyHandlers.discarding()).statusCode();
    }

    @Test
    void bodiesOfAWrongShapeNeverGiveA5xxOrATraceAndTheBotGoesOn() throws Exception {
        var seed = MalformedBodies.seed();
        var made = new MalformedBodies(seed);
        try (var log = new LogLines();
                var bot = Dialogue.over(SlackTransport.HTTP)) {
            var slack = new SignedRequests(bot);
            for (int n = 0; n < MalformedBodies.count(USUAL) / SHARE; n++) {
                if (n % KINDS == KINDS - 1) {
                    var body = made.json(WellFormedBodies.NOTIFICATION);
                    assertThat(notifies(bot.port(), body))
                            .as("seed " + seed + ": " + body)
                            .isIn(200, 400);
                    continue;
                }
                var body = made(made, n);
                var answer = slack.send(body, Instant.now().minusSeconds(n % 200));
                assertThat(answer.statusCode()).as("seed " + seed + ": " + body).isIn(200, 401, 404);
                assertThat(answer.body()).doesNotContain("\tat ", "Exception");
            }
            bot.asks(ALICE, "/semaphore help");
            assertThat(log.all()).as("seed " + seed).noneMatch(line -> line.contains("\tat "));
        }
    }
}
