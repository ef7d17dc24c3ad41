package dev.signalman.simulator.slack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Sends deliveries to the bot and waits three seconds of real time for the answer: over a socket in Socket Mode,
 * otherwise over HTTP, signed as Slack signs.
 */
final class SlackDeliverySender {
    static final String FORM = "application/x-www-form-urlencoded";

    private final AppInstallation app;
    private final TimestampGenerator timestampGenerator;
    private final SocketModeServer socketModeServer;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();
    private volatile Duration patience = Duration.ofSeconds(3);
    private volatile @Nullable URI bot;

    SlackDeliverySender(AppInstallation app, TimestampGenerator timestampGenerator, SocketModeServer socketModeServer) {
        this.app = app;
        this.timestampGenerator = timestampGenerator;
        this.socketModeServer = socketModeServer;
    }

    void to(URI events) {
        bot = events;
    }

    void patience(Duration patience) {
        this.patience = patience;
    }

    SlackDelivery send(String contentType, String body, Map<String, String> more) {
        if (app.sockets().on()) {
            return socketModeServer.deliver(contentType, body, more, patience);
        }
        var timestamp = Long.toString(timestampGenerator.now().getEpochSecond());
        var headers = new LinkedHashMap<String, String>();
        headers.put("Content-Type", contentType);
        headers.put("User-Agent", "Slackbot 1.0 (+https://api.slack.com/robots)");
        headers.put("Accept", "application/json,*/*");
        headers.put("X-Slack-Request-Timestamp", timestamp);
        headers.put("X-Slack-Signature", sign(timestamp, body));
        headers.putAll(more);
        return exchange(headers, body);
    }

    /** Replays the identical request with its signature, as an eavesdropper would. */
    SlackDelivery replay(SlackDelivery earlier) {
        if (app.sockets().on()) {
            throw new ImpossibleActionError("What comes over a socket is not signed, and nobody but Slack can send it");
        }
        return exchange(earlier.headers(), earlier.body());
    }

    private SlackDelivery exchange(Map<String, String> headers, String body) {
        var to = bot;
        if (to == null) {
            throw new ImpossibleActionError("No bot is connected: say where with botAt(…)");
        }
        var request = HttpRequest.newBuilder(to).timeout(patience).POST(HttpRequest.BodyPublishers.ofString(body));
        headers.forEach(request::header);
        try {
            var answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            var taken = answer.statusCode() / 100 == 2;
            var noRetry = answer.headers().firstValue("x-slack-no-retry").isPresent();
            return new SlackDelivery(
                    headers, body, answer.statusCode(), answer.body(), taken ? null : "dispatch_failed", noRetry);
        } catch (HttpTimeoutException late) {
            return new SlackDelivery(headers, body, 0, "", "operation_timeout", false);
        } catch (IOException unreachable) {
            return new SlackDelivery(headers, body, 0, "", "dispatch_failed", false);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException("Interrupted while waiting for the bot", interrupted));
        }
    }

    private String sign(String timestamp, String body) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(app.signingSecret().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            var signed = mac.doFinal(("v0:" + timestamp + ":" + body).getBytes(StandardCharsets.UTF_8));
            return "v0=" + HexFormat.of().formatHex(signed);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("Every JDK has HmacSHA256", missing);
        }
    }
}
