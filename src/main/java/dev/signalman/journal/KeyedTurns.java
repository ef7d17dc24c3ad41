package dev.signalman.journal;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Admits one thread per key; a thread that comes meanwhile makes the first one look once more. */
final class KeyedTurns {
    private final ConcurrentMap<String, Boolean> inside = new ConcurrentHashMap<>();

    /** Returns false when another thread is inside, which will look once more. */
    boolean enter(String key) {
        return !inside.merge(key, false, (there, ignored) -> true);
    }

    /** Returns true when another thread came meanwhile: then the caller stays inside and must look once more. */
    boolean knocked(String key) {
        return inside.computeIfPresent(key, (same, knocked) -> knocked ? false : null) != null;
    }

    boolean over() {
        return inside.isEmpty();
    }

    /** Leaves even if another thread came meanwhile. */
    void leave(String key) {
        inside.remove(key);
    }
}
