package dev.signalman.slack.inbound;

import dev.signalman.port.LongLineStore;
import org.jspecify.annotations.Nullable;

/** Keeps one line and no other. */
final class SingleLongLine implements LongLineStore {
    static final String KEPT = MARK + "1";

    @Override
    public String keep(String line) {
        throw new UnsupportedOperationException("Nothing more is kept here");
    }

    @Override
    public @Nullable String recall(String reference) {
        return reference.equals(KEPT) ? "stop pipeline 1f" : null;
    }
}
