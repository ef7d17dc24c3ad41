package dev.signalman.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list.
 *
 * @param next what to ask for to get the following part; null on the last one
 */
public record Page<T>(List<T> items, @Nullable String next) {
    /** Keeps its own copy of the items. */
    public Page {
        items = List.copyOf(items);
    }

    /** Whether more follows. */
    public boolean hasNext() {
        return next != null;
    }
}
