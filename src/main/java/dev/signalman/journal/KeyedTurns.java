package dev.signalman.journal;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Lets one thread at a time work on a key; whoever comes meanwhile makes it look once more. */
final class KeyedTurns {
    private final ConcurrentMap<String, Boolean> inside = new ConcurrentHashMap<>();

    /** False when somebody is inside, who will look once more. */
    boolean enter(String key) {
        return !inside.merge(key, false, (there, ignored) -> true);
    }

    /** True when somebody came meanwhile: then one is still inside and must look once more. */
    boolean knocked(String key) {
        return inside.computeIfPresent(key, (same, knocked) -> knocked ? false : null) != null;
    }

    /** Whether nobody is inside. */
    boolean over() {
        return inside.isEmpty();
    }

    /** Leaves, whoever came meanwhile. */
    void leave(String key) {
        inside.remove(key);
    }
}
