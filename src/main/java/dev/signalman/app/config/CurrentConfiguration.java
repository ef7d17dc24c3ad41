package dev.signalman.app.config;

import java.util.concurrent.atomic.AtomicReference;

/** Holds the current configuration. It is replaced as a whole, so read it at each use. */
public final class CurrentConfiguration {
    private final AtomicReference<Configuration> now;

    /** Starts with the configuration that was read at the start. */
    public CurrentConfiguration(Configuration first) {
        this.now = new AtomicReference<>(first);
    }

    /** The current configuration. */
    public Configuration now() {
        return now.get();
    }

    void become(Configuration next) {
        now.set(next);
    }
}
