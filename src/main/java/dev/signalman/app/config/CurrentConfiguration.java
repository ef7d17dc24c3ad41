package dev.signalman.app.config;

import java.util.concurrent.atomic.AtomicReference;

/** The configuration that holds now. It is replaced as a whole; whoever needs a part of it asks for that at the moment of use. */
public final class CurrentConfiguration {
    private final AtomicReference<Configuration> now;

    /** Begins with what was read at the start. */
    public CurrentConfiguration(Configuration first) {
        this.now = new AtomicReference<>(first);
    }

    /** What holds now. */
    public Configuration now() {
        return now.get();
    }

    void become(Configuration next) {
        now.set(next);
    }
}
