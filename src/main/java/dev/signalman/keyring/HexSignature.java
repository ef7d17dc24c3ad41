package dev.signalman.keyring;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** Verifies what somebody signed with a shared secret: HMAC-SHA256 in hex, with or without the prefix {@code sha256=}. */
public final class HexSignature {
    private static final Pattern SIGNATURE = Pattern.compile("(?:sha256=)?([0-9a-fA-F]{64})");

    private final SecretKeySpec key;

    /** Verifies signatures by this secret, which is not blank. */
    public HexSignature(String secret) {
        this.key = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256");
    }

    /** Whether the signature is of these bytes; a missing one is not. */
    public boolean genuine(@Nullable String signature, byte[] signed) {
        if (signature == null) {
            return false;
        }
        var shaped = SIGNATURE.matcher(signature.strip());
        return shaped.matches()
                && MessageDigest.isEqual(hmac(signed), HexFormat.of().parseHex(shaped.group(1)));
    }

    private byte[] hmac(byte[] signed) {
        try {
            var mac = Mac.getInstance(key.getAlgorithm());
            mac.init(key);
            return mac.doFinal(signed);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("Every Java has HmacSHA256", missing);
        }
    }
}
