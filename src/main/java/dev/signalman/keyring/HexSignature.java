package dev.signalman.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Verifies a body's signature: HMAC-SHA256 over the raw bytes in hex, with or without the prefix {@code sha256=}.
 * Semaphore signs neither a time nor the delivery's id, so only the body identifies a replay.
 */
final class WebhookSignature {
    private static final Pattern SIGNATURE = Pattern.compile("(?:sha256=)?([0-9a-fA-F]{64})");

    private final SecretKeySpec key;

    WebhookSignature(WebhookSecret secret) {
        this.key = new SecretKeySpec(secret.value().getBytes(StandardCharsets.UTF_8), "HmacSHA256");
    }

    /**
     * False also for a missing signature: Semaphore sends unsigned notifications when it finds no secret, and so could
     * anybody.
     */
    boolean genuine(@Nullable String signature, byte[] body) {
        if (signature == null) {
            return false;
        }
        var shaped = SIGNATURE.matcher(signature.strip());
        return shaped.matches()
                && MessageDigest.isEqual(hmac(body), HexFormat.of().parseHex(shaped.group(1)));
    }

    private byte[] hmac(byte[] body) {
        try {
            var mac = Mac.getInstance(key.getAlgorithm());
            mac.init(key);
            return mac.doFinal(body);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("Every Java has HmacSHA256", missing);
        }
    }
}
