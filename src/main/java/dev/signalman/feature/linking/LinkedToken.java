package dev.signalman.feature.linking;

import com.google.crypto.tink.util.Bytes;
import java.time.Instant;

/**
 * A token that somebody linked, as it is kept.
 *
 * @param id another one each time that somebody links
 * @param sealed encrypted
 */
record LinkedToken(String id, TokenOwner owner, Bytes sealed, Instant since) {
    @Override
    public String toString() {
        return "LinkedToken[" + id + "]";
    }
}
