package dev.signalman.feature.audit;

import dev.signalman.feature.audit.LedgerRow.Seal;
import dev.signalman.keyring.EncryptionKey;
import dev.signalman.keyring.Keyring;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Computes and verifies the hashes of rows: HMAC-SHA-256 with a key derived for this purpose, SHA-256 without a key.
 */
public final class LedgerHasher {
    private static final String FOR_HASHES = "signalman ledger, hashes";
    private static final String FOR_NAMES = "signalman ledger, name of the key";
    private static final String HMAC = "HmacSHA256";
    private static final int LENGTH_OF_NAME = 8;

    private final Map<String, SecretKeySpec> byId = new LinkedHashMap<>();
    private final @Nullable String current;

    public LedgerHasher(Keyring keyring) {
        keyring.all().forEach(key -> byId.put(id(key), new SecretKeySpec(key.derive(FOR_HASHES), HMAC)));
        var now = keyring.current();
        this.current = now == null ? null : id(now);
    }

    private static String id(EncryptionKey key) {
        return HexFormat.of().formatHex(key.derive(FOR_NAMES)).substring(0, LENGTH_OF_NAME);
    }

    /** Id of the key for new rows, which reveals nothing about the key; null without a key. */
    @Nullable
    String current() {
        return current;
    }

    /** Whether rows with this key can be verified. */
    boolean knows(String keyId) {
        return byId.containsKey(keyId);
    }

    /** Chains a row to the previous one, replacing its seal. */
    LedgerRow seal(LedgerRow row, String previous) {
        var open = row.sealed(new Seal(LedgerRowEncoding.NEWEST, current, previous, ""));
        return row.sealed(new Seal(LedgerRowEncoding.NEWEST, current, previous, hash(open, current)));
    }

    /** Whether a row's hash matches its content; empty when its key or encoding is unknown. */
    Optional<Boolean> fits(LedgerRow row) {
        var seal = row.seal();
        if (seal.encoding() != LedgerRowEncoding.NEWEST || (seal.keyId() != null && !knows(seal.keyId()))) {
            return Optional.empty();
        }
        return Optional.of(MessageDigest.isEqual(
                hash(row, seal.keyId()).getBytes(StandardCharsets.US_ASCII),
                seal.hash().getBytes(StandardCharsets.US_ASCII)));
    }

    private String hash(LedgerRow row, @Nullable String keyId) {
        var bytes = LedgerRowEncoding.of(row);
        try {
            if (keyId == null) {
                return HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
            }
            var hmac = Mac.getInstance(HMAC);
            hmac.init(Objects.requireNonNull(byId.get(keyId)));
            return HexFormat.of().formatHex(hmac.doFinal(bytes));
        } catch (NoSuchAlgorithmException | InvalidKeyException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }
}
