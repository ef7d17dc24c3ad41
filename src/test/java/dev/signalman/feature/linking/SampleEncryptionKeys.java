package dev.signalman.feature.linking;

import dev.signalman.keyring.EncryptionKey;
import dev.signalman.keyring.Keyring;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

/** Encryption keys for tests, told apart by a number. */
final class SampleEncryptionKeys {
    private SampleEncryptionKeys() {}

    static EncryptionKey key(int number) {
        var bytes = new byte[EncryptionKey.LENGTH];
        bytes[0] = (byte) number;
        return EncryptionKey.read(Base64.getEncoder().encodeToString(bytes));
    }

    static Keyring ring(int current, Integer... old) {
        return new Keyring(
                key(current), Stream.of(old).map(SampleEncryptionKeys::key).toList());
    }

    static TokenCipher safe(int current, Integer... old) {
        return new TokenCipher(ring(current, old));
    }

    static Keyring none() {
        return new Keyring(null, List.of());
    }
}
