package dev.signalman.gate;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The secret that only a deployment target holds, for organizations without OIDC tokens: a job signs its pipeline's id
 * with HMAC-SHA256. Whoever knows it can sign any pipeline's id.
 *
 * @param value never printed
 */
public record GateSecret(String value) {
    private static final int SHORTEST = 16;
    private static final String ALGORITHM = "HmacSHA256";

    /** Refuses a secret that could be guessed. */
    public GateSecret {
        if (value.length() < SHORTEST) {
            throw new IllegalArgumentException("The gate's secret is too short");
        }
    }

    /** Whether {@code signature}, in hex, was made with this secret. */
    boolean signed(String pipelineId, String signature) {
        var plain = signature.strip().toLowerCase(Locale.ROOT);
        return plain.matches("[0-9a-f]{64}")
                && MessageDigest.isEqual(hmac(pipelineId), HexFormat.of().parseHex(plain));
    }

    private byte[] hmac(String text) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(value.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("Every Java has HmacSHA256", missing);
        }
    }

    @Override
    public String toString() {
        return "GateSecret";
    }
}
