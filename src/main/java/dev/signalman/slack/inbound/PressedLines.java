package dev.signalman.slack.inbound;

import org.jspecify.annotations.Nullable;

/** Reads what a button holds. */
@FunctionalInterface
public interface PressedLines {
    /** The command line that {@code value} is or names; null when the line that it names is no longer kept. */
    @Nullable
    String read(String value);
}
