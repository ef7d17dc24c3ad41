package dev.signalman.port;

import org.jspecify.annotations.Nullable;

/** Stores command lines that are too long for a button; the button holds a reference instead. */
public interface LongLineStore {
    /** The prefix of every reference; no command line begins with it. */
    String MARK = "kept:";

    /**
     * Stores a line. Equal lines get equal references and are stored once, since cards are drawn repeatedly.
     *
     * @return a reference of at most 20 ASCII characters that begins with {@link #MARK}; a menu may hold a hundred
     *     references
     */
    String keep(String line);

    /** The line of a reference; null when it is unknown or expired. */
    @Nullable
    String recall(String reference);

    /**
     * The line that a button or form holds, directly or by reference; null when the reference is unknown or expired.
     */
    default @Nullable String line(String lineOrReference) {
        return lineOrReference.startsWith(MARK) ? recall(lineOrReference) : lineOrReference;
    }
}
