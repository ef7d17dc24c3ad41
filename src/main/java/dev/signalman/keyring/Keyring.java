package dev.signalman.keyring;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The encryption keys that are there.
 *
 * @param current what is written from now on is written with it; null when none is set
 * @param old what was written with them can still be read
 */
public record Keyring(@Nullable EncryptionKey current, List<EncryptionKey> old) {
    /** No key at all. */
    public static final Keyring EMPTY = new Keyring(null, List.of());

    /** Keeps its own copy. */
    public Keyring {
        old = List.copyOf(old);
    }

    /** All of them, the current one first. */
    public List<EncryptionKey> all() {
        var all = new ArrayList<EncryptionKey>();
        if (current != null) {
            all.add(current);
        }
        all.addAll(old);
        return List.copyOf(all);
    }
}
