package dev.signalman.feature.factor;

import com.google.crypto.tink.util.Bytes;
import java.nio.charset.StandardCharsets;

/**
 * A passkey as the bot keeps it.
 *
 * @param key the id and the public key of the credential, as the authenticator wrote them. They are no secret; they are
 *     encrypted all the same, so nobody can put another key into the database.
 * @param credential a hash of the credential's id
 * @param uses its counter of signatures; 0 for those that count nothing
 */
record Passkey(Bytes key, String credential, long uses) {
    static byte[] owner(String userId) {
        return ("passkey " + userId).getBytes(StandardCharsets.UTF_8);
    }
}
