package dev.signalman.keyring;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The configured encryption keys.
 *
 * @param current encrypts new data; null when none is set
 * @param old still decrypt older data
 */
public record Keyring(@Nullable EncryptionKey current, List<EncryptionKey> old) {
    public static final Keyring EMPTY = new Keyring(null, List.of());

    /** Keeps its own copy. */
    public Keyring {
        old = List.copyOf(old);
    }

    /** All keys, the current one first. */
    public List<EncryptionKey> all() {
        var all = new ArrayList<EncryptionKey>();
        if (current != null) {
            all.add(current);
        }
        all.addAll(old);
        return List.copyOf(all);
    }
}
