package dev.signalman.feature.linking;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.aead.AesGcmKey;
import com.google.crypto.tink.aead.AesGcmParameters;
import com.google.crypto.tink.subtle.AesGcmJce;
import com.google.crypto.tink.util.Bytes;
import com.google.crypto.tink.util.SecretBytes;
import dev.signalman.keyring.EncryptionKey;
import dev.signalman.keyring.Keyring;
import dev.signalman.semaphore.Credential;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Encrypts tokens with AES-256-GCM. The owner is associated data, so a token copied into another person's row cannot be
 * decrypted. As in Tink, the cipher text begins with a byte 1 and four bytes of the key's id.
 */
final class TokenCipher {
    private static final String PURPOSE = "linking: tokens";
    private static final String NAMING = "linking: key id";
    private static final byte TINK = 1;

    private final Map<Integer, Aead> keys = new LinkedHashMap<>();
    private final int current;

    /** Needs a current key. */
    TokenCipher(Keyring keyring) {
        var first = Objects.requireNonNull(keyring.current(), "Linking without a key");
        this.current = id(first);
        keyring.all().forEach(key -> keys.computeIfAbsent(id(key), id -> aead(key, id)));
    }

    /**
     * A decrypted token.
     *
     * @param stale whether an old key encrypted it, so it should be encrypted again
     */
    record Opened(Credential token, boolean stale) {}

    Bytes seal(TokenOwner owner, Credential token) {
        try {
            var sealed = Objects.requireNonNull(keys.get(current))
                    .encrypt(token.token().getBytes(StandardCharsets.UTF_8), owner.bytes());
            return Bytes.copyFrom(sealed);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("A token could not be encrypted", impossible);
        }
    }

    /**
     * Decrypts a token of {@code owner}; empty when its key is missing, or when it was altered or belongs to somebody
     * else.
     */
    Optional<Opened> open(TokenOwner owner, Bytes sealed) {
        var id = keyOf(sealed);
        var key = id.map(keys::get);
        if (key.isEmpty()) {
            return Optional.empty();
        }
        try {
            var token = new Credential(
                    new String(key.get().decrypt(sealed.toByteArray(), owner.bytes()), StandardCharsets.UTF_8));
            return Optional.of(new Opened(token, id.get() != current));
        } catch (GeneralSecurityException forged) {
            return Optional.empty();
        }
    }

    /** How old the key is that encrypted something. */
    Age age(Bytes sealed) {
        var id = keyOf(sealed);
        if (id.isEmpty() || !keys.containsKey(id.get())) {
            return Age.UNKNOWN;
        }
        return id.get() == current ? Age.CURRENT : Age.OLD;
    }

    enum Age {
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

    private static int id(EncryptionKey key) {
        return ByteBuffer.wrap(key.derive(NAMING)).getInt();
    }

    @AccessesPartialKey // our key is raw bytes and in no key set
    private static Aead aead(EncryptionKey key, int id) {
        try {
            var parameters = AesGcmParameters.builder()
                    .setKeySizeBytes(EncryptionKey.LENGTH)
                    .setIvSizeBytes(12)
                    .setTagSizeBytes(16)
                    .setVariant(AesGcmParameters.Variant.TINK)
                    .build();
            return AesGcmJce.create(AesGcmKey.builder()
                    .setParameters(parameters)
                    .setKeyBytes(SecretBytes.copyFrom(key.derive(PURPOSE), InsecureSecretKeyAccess.get()))
                    .setIdRequirement(id)
                    .build());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java has AES", impossible);
        }
    }

    @Override
    public String toString() {
        return "TokenCipher";
    }
}
