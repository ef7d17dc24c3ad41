package dev.signalman.slack.inbound;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.signalman.web.HttpCall;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Verifies that a request comes from Slack: HMAC-SHA256 over {@code v0:<timestamp>:<raw body>}, at most 300 s in the
 * past or future, and not seen before. Bolt's check accepts future timestamps and replays, and uses a default secret
 * when none is set (docs/slack.md).
 */
final class RequestVerifier {
    /** The result of the verification. */
    enum Verdict {
        GENUINE,
        UNSIGNED,
        STALE,
        FORGED,
        REPLAYED
    }

    private static final long WINDOW_SECONDS = 300;
    private static final Pattern TIMESTAMP = Pattern.compile("\\d{1,12}");
    private static final Pattern SIGNATURE = Pattern.compile("v0=[0-9a-f]{64}");

    private final Mac keyed;
    private final InstantSource clock;
    private final Cache<String, Boolean> seen;

    RequestVerifier(String signingSecret, InstantSource clock) {
        if (signingSecret.isBlank()) {
            throw new IllegalArgumentException("The signing secret is blank");
        }
        this.keyed = keyed(new SecretKeySpec(signingSecret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        this.clock = clock;
        this.seen = Caffeine.newBuilder()
                .maximumSize(200_000)
                .expireAfterWrite(
                        Duration.ofSeconds(2 * WINDOW_SECONDS + 1)) // an early timestamp is valid for up to 600 s
                .ticker(() -> clock.instant().getEpochSecond() * 1_000_000_000L)
                .build();
    }

    Verdict verify(HttpCall call) {
        var timestamp = call.header("x-slack-request-timestamp");
        var signature = call.header("x-slack-signature");
        if (timestamp == null
                || signature == null
                || !TIMESTAMP.matcher(timestamp).matches()
                || !SIGNATURE.matcher(signature).matches()) {
            return Verdict.UNSIGNED;
        }
        if (Math.abs(clock.instant().getEpochSecond() - Long.parseLong(timestamp)) > WINDOW_SECONDS) {
            return Verdict.STALE;
        }
        if (!MessageDigest.isEqual(expected(timestamp, call.body()), bytes(signature))) {
            return Verdict.FORGED;
        }
        return seen.asMap().putIfAbsent(signature, true) == null ? Verdict.GENUINE : Verdict.REPLAYED;
    }

    /**
     * Allows a request to be repeated, since it was not recorded: a retry within a second has an equal signature
     * (docs/slack.md).
     */
    void forget(HttpCall call) {
        var signature = call.header("x-slack-signature");
        if (signature != null) {
            seen.invalidate(signature);
        }
    }

    private static Mac keyed(SecretKeySpec key) {
        try {
            var mac = Mac.getInstance(key.getAlgorithm());
            mac.init(key);
            return mac;
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("Every Java has HmacSHA256", missing);
        }
    }

    private byte[] expected(String timestamp, byte[] body) {
        try {
            var mac = (Mac) keyed.clone();
            mac.update(bytes("v0:" + timestamp + ":"));
            return bytes("v0=" + HexFormat.of().formatHex(mac.doFinal(body)));
        } catch (CloneNotSupportedException other) {
            throw new IllegalStateException("Java's own HmacSHA256 can be copied", other);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
