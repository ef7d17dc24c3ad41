package dev.signalman.semaphore.http;

import dev.signalman.semaphore.SemaphoreException;
import dev.signalman.semaphore.SemaphoreException.Kind;
import org.jspecify.annotations.Nullable;

/** A page of a list, from 1. */
record PageNumber(int number) {
    static final PageNumber FIRST = new PageNumber(1);

    /** The page that a caller asks for; null for the first. Semaphore breaks on some that are no number, so they are refused here. */
    static PageNumber asked(@Nullable String text) {
        if (text == null) {
            return FIRST;
        }
        var page = read(text);
        if (page == null) {
            throw new SemaphoreException(Kind.REFUSED, "There is no such page", false);
        }
        return page;
    }

    /** Reads a page's number; null when it is none. */
    static @Nullable PageNumber read(@Nullable String text) {
        return text != null && text.matches("[1-9][0-9]{0,7}") ? new PageNumber(Integer.parseInt(text)) : null;
    }

    String text() {
        return Integer.toString(number);
    }
}
