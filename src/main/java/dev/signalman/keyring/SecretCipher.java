package dev.signalman.keyring;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.aead.AesGcmKey;
import com.google.crypto.tink.aead.AesGcmParameters;
import com.google.crypto.tink.subtle.AesGcmJce;
import com.google.crypto.tink.util.Bytes;
import com.google.crypto.tink.util.SecretBytes;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Encrypts people's secrets with AES-256-GCM. The owner is associated data, so a secret copied into another person's row
 * cannot be decrypted. As in Tink, the cipher text begins with a byte 1 and four bytes of the key's id.
 */
public final class SecretCipher {
    private static final byte TINK = 1;

    private final String purpose;
    private final String naming;
    private final Map<Integer, Aead> keys = new LinkedHashMap<>();
    private final int current;

    /**
     * Needs a current key.
     *
     * @param purpose names the derived key that encrypts
     * @param naming names the derived key of which the key's id is a part
     */
    public SecretCipher(Keyring keyring, String purpose, String naming) {
        this.purpose = purpose;
        this.naming = naming;
        var first = Objects.requireNonNull(keyring.current(), "Encrypting without a key");
        this.current = id(first);
        keyring.all().forEach(key -> keys.computeIfAbsent(id(key), id -> aead(key, id)));
    }

    /**
     * A decrypted secret.
     *
     * @param stale whether an old key encrypted it, so it should be encrypted again
     */
    public record Opened(Bytes secret, boolean stale) {
        @Override
        public String toString() {
            return "Opened";
        }
    }

    /** Encrypts a secret of {@code owner}. */
    public Bytes seal(byte[] owner, byte[] secret) {
        try {
            return Bytes.copyFrom(Objects.requireNonNull(keys.get(current)).encrypt(secret, owner));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("A secret could not be encrypted", impossible);
        }
    }

    /**
     * Decrypts a secret of {@code owner}; empty when its key is missing, or when it was altered or belongs to somebody
     * else.
     */
    public Optional<Opened> open(byte[] owner, Bytes sealed) {
        var id = keyOf(sealed);
        var key = id.map(keys::get);
        if (key.isEmpty()) {
            return Optional.empty();
        }
        try {
            var secret = Bytes.copyFrom(key.get().decrypt(sealed.toByteArray(), owner));
            return Optional.of(new Opened(secret, id.get() != current));
        } catch (GeneralSecurityException forged) {
            return Optional.empty();
        }
    }

    /** How old the key is that encrypted something. */
    public Age age(Bytes sealed) {
        var id = keyOf(sealed);
        if (id.isEmpty() || !keys.containsKey(id.get())) {
            return Age.UNKNOWN;
        }
        return id.get() == current ? Age.CURRENT : Age.OLD;
    }

    /** The age of a key. */
    public enum Age {
        CURRENT,
        OLD,
        UNKNOWN
    }

    private static Optional<Integer> keyOf(Bytes all) {
        var sealed = all.toByteArray();
        return sealed.length > 1 + Integer.BYTES && sealed[0] == TINK
                ? Optional.of(ByteBuffer.wrap(sealed, 1, Integer.BYTES).getInt())
                : Optional.empty();
    }

    private int id(EncryptionKey key) {
        return ByteBuffer.wrap(key.derive(naming)).getInt();
    }

    @AccessesPartialKey // our key is raw bytes and in no key set
    private Aead aead(EncryptionKey key, int id) {
        try {
            var parameters = AesGcmParameters.builder()
                    .setKeySizeBytes(EncryptionKey.LENGTH)
                    .setIvSizeBytes(12)
                    .setTagSizeBytes(16)
                    .setVariant(AesGcmParameters.Variant.TINK)
                    .build();
            return AesGcmJce.create(AesGcmKey.builder()
                    .setParameters(parameters)
                    .setKeyBytes(SecretBytes.copyFrom(key.derive(purpose), InsecureSecretKeyAccess.get()))
                    .setIdRequirement(id)
                    .build());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java has AES", impossible);
        }
    }

    @Override
    public String toString() {
        return "SecretCipher";
    }
}
