package dev.signalman.feature.linking;

import com.google.crypto.tink.util.Bytes;
import java.time.Instant;

/**
 * A linked token, as stored.
 *
 * @param id a new one each time the person links
 * @param sealed encrypted
 */
record LinkedToken(String id, TokenOwner owner, Bytes sealed, Instant since) {
    @Override
    public String toString() {
        return "LinkedToken[" + id + "]";
    }
}
