package dev.signalman.feature.linking;

import com.google.crypto.tink.util.Bytes;
import dev.signalman.keyring.Keyring;
import dev.signalman.keyring.SecretCipher;
import dev.signalman.keyring.SecretCipher.Age;
import dev.signalman.semaphore.Credential;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Encrypts tokens for their owners, so a token copied into another person's row cannot be decrypted. */
final class TokenCipher {
    private final SecretCipher cipher;

    /** Needs a current key. */
    TokenCipher(Keyring keyring) {
        this.cipher = new SecretCipher(keyring, "linking: tokens", "linking: key id");
    }

    /**
     * A decrypted token.
     *
     * @param stale whether an old key encrypted it, so it should be encrypted again
     */
    record Opened(Credential token, boolean stale) {}

    Bytes seal(TokenOwner owner, Credential token) {
        return cipher.seal(owner.bytes(), token.token().getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Decrypts a token of {@code owner}; empty when its key is missing, or when it was altered or belongs to somebody
     * else.
     */
    Optional<Opened> open(TokenOwner owner, Bytes sealed) {
        return cipher.open(owner.bytes(), sealed)
                .map(opened -> new Opened(
                        new Credential(new String(opened.secret().toByteArray(), StandardCharsets.UTF_8)),
                        opened.stale()));
    }

    /** How old the key is that encrypted something. */
    Age age(Bytes sealed) {
        return cipher.age(sealed);
    }

    @Override
    public String toString() {
        return "TokenCipher";
    }
}
