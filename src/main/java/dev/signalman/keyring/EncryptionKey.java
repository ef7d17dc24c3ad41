package dev.signalman.keyring;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The operator's encryption key. It is never used directly: HKDF with SHA-256 (RFC 5869) derives a separate key per
 * purpose, so a leaked one reveals nothing about the others. It appears in no text.
 */
public final class EncryptionKey {
    /** Length in bytes of this key and of every derived key. */
    public static final int LENGTH = 32;

    private static final String HMAC = "HmacSHA256";

    private final byte[] pseudoRandom;

    private EncryptionKey(byte[] key) {
        this.pseudoRandom =
                extract(new byte[LENGTH], key); // RFC 5869, 2.2: without a salt, use zeros of the hash's length
    }

    /**
     * Parses {@code SIGNALMAN_ENCRYPTION_KEY}.
     *
     * @throws IllegalArgumentException when it is not 32 bytes in base64; the message does not repeat the text
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

    /** Derives a key of 32 bytes for one purpose. */
    public byte[] derive(String purpose) {
        return expand(pseudoRandom, purpose.getBytes(StandardCharsets.UTF_8));
    }

    /** RFC 5869, 2.2. */
    static byte[] extract(byte[] salt, byte[] key) {
        return hmac(salt).doFinal(key);
    }

    /** RFC 5869, 2.3, for an output of one hash length: the first block is all of it. */
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
