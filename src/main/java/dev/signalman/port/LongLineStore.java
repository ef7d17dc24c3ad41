package dev.signalman.port;

import org.jspecify.annotations.Nullable;

/** Keeps command lines that are too long for a button, so that the button can name them instead. */
public interface LongLineStore {
    /** What every reference begins with; no command line does. */
    String MARK = "kept:";

    /**
     * Keeps a line. Cards are drawn again and again, so the same line always gets the same reference and is kept once.
     *
     * @return a reference of at most 20 ASCII characters that begins with {@link #MARK}; a menu of a hundred holds it a hundred times
     */
    String keep(String line);

    /** The line that {@link #keep} gave this reference for; null when it is not known, or no longer. */
    @Nullable
    String recall(String reference);

    /** What a button or form holds, as a line: the line itself, or the one that it refers to; null when that is no longer known. */
    default @Nullable String line(String lineOrReference) {
        return lineOrReference.startsWith(MARK) ? recall(lineOrReference) : lineOrReference;
    }
}
