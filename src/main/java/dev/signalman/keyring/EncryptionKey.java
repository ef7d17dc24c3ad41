package dev.signalman.keyring;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The key that whoever runs the bot has chosen. It is never used itself: each purpose has a key of its own, derived by HKDF with
 * SHA-256 (RFC 5869), so that what is learnt of one tells nothing of another. It shows in no text.
 */
public final class EncryptionKey {
    /** How many bytes it has, and each key that is derived from it. */
    public static final int LENGTH = 32;

    private static final String HMAC = "HmacSHA256";

    private final byte[] pseudoRandom;

    private EncryptionKey(byte[] key) {
        this.pseudoRandom =
                extract(new byte[LENGTH], key); // RFC 5869, 2.2: no salt is as many zeros as the hash is long
    }

    /**
     * Reads {@code SIGNALMAN_ENCRYPTION_KEY}.
     *
     * @throws IllegalArgumentException when it is not 32 bytes in base64; its message does not repeat the text
     */
    public static EncryptionKey read(String base64) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException malformed) {
            throw new IllegalArgumentException("Not base64"); // the cause would repeat a part of the key
        }
        if (bytes.length != LENGTH) {
            throw new IllegalArgumentException(bytes.length + " bytes in place of " + LENGTH);
        }
        return new EncryptionKey(bytes);
    }

    /** The key for one purpose, 32 bytes; another purpose has an unrelated one. */
    public byte[] derive(String purpose) {
        return expand(pseudoRandom, purpose.getBytes(StandardCharsets.UTF_8));
    }

    /** RFC 5869, 2.2. */
    static byte[] extract(byte[] salt, byte[] key) {
        return hmac(salt).doFinal(key);
    }

    /** RFC 5869, 2.3, for as many bytes as the hash is long: the first block is the whole. */
    static byte[] expand(byte[] pseudoRandom, byte[] purpose) {
        var hmac = hmac(pseudoRandom);
        hmac.update(purpose);
        return hmac.doFinal(new byte[] {1});
    }

    private static Mac hmac(byte[] key) {
        try {
            var hmac = Mac.getInstance(HMAC);
            hmac.init(new SecretKeySpec(key, HMAC));
            return hmac;
        } catch (NoSuchAlgorithmException | InvalidKeyException impossible) {
            throw new IllegalStateException("Every Java has " + HMAC, impossible);
        }
    }

    @Override
    public String toString() {
        return "EncryptionKey";
    }
}
