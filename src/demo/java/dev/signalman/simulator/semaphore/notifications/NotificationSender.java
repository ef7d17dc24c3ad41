package dev.signalman.simulator.semaphore.notifications;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends a notification; retries only after a time-out. */
final class NotificationSender {
    private static final Logger LOG = LoggerFactory.getLogger(NotificationSender.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST = Duration.ofSeconds(15);

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(1))
            .build();

    record Answer(int status, int attempts) {}

    Answer send(String id, String body, NotificationRule rule) {
        var patience = rule.timeout();
        var pause = FIRST_PAUSE;
        for (int attempt = 1; ; attempt++) {
            try {
                var answer = client.send(request(id, body, rule, patience), BodyHandlers.discarding());
                return new Answer(answer.statusCode(), attempt);
            } catch (HttpTimeoutException late) {
                if (attempt > rule.retries()) {
                    return new Answer(0, attempt);
                }
            } catch (IOException refused) {
                LOG.info("A notification did not arrive: {}", refused.toString());
                return new Answer(0, attempt);
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
                return new Answer(0, attempt);
            }
            if (!pause(pause)) {
                return new Answer(0, attempt);
            }
            pause = pause.multipliedBy(2);
            patience = patience.multipliedBy(2).compareTo(LONGEST) > 0 ? LONGEST : patience.multipliedBy(2);
        }
    }

    private static HttpRequest request(String id, String body, NotificationRule rule, Duration patience) {
        var request = HttpRequest.newBuilder(rule.endpoint())
                .timeout(patience)
                .header("Content-Type", "application/json")
                .header("User-Agent", "Semaphore-Webhook")
                .header("X-Semaphore-Webhook-Id", id)
                .POST(BodyPublishers.ofString(body));
        if (rule.secret() != null) {
            request.header("X-Semaphore-Signature-256", signature(rule.secret(), body));
        }
        return request.build();
    }

    private static String signature(String secret, String body) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("Every Java has HmacSHA256", missing);
        }
    }

    private static boolean pause(Duration pause) {
        try {
            Thread.sleep(pause.toMillis());
            return true;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
