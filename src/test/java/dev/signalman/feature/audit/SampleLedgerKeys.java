package dev.signalman.feature.audit;

import dev.signalman.keyring.EncryptionKey;
import dev.signalman.keyring.Keyring;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keys for tests: each number is another one. */
final class SampleLedgerKeys {
    private SampleLedgerKeys() {}

    static String base64(int number) {
        var bytes = new byte[32];
        Arrays.fill(bytes, (byte) number);
        return Base64.getEncoder().encodeToString(bytes);
    }

    static EncryptionKey key(int number) {
        return EncryptionKey.read(base64(number));
    }

    /** The first key is current, unless null; the others are old. */
    static LedgerHasher sealing(@Nullable Integer current, int... old) {
        List<EncryptionKey> others =
                Arrays.stream(old).mapToObj(SampleLedgerKeys::key).toList();
        return new LedgerHasher(new Keyring(current == null ? null : key(current), others));
    }
}
