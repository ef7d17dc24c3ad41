package dev.signalman.semaphore.http;

import dev.signalman.semaphore.SemaphoreException;
import dev.signalman.semaphore.SemaphoreException.Kind;
import org.jspecify.annotations.Nullable;

/** Number of a page, from 1. */
record PageNumber(int number) {
    static final PageNumber FIRST = new PageNumber(1);

    /**
     * Parses a requested page; null means the first. Some malformed numbers break Semaphore, so all are refused here.
     */
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

    /** Parses a page number; null when invalid. */
    static @Nullable PageNumber read(@Nullable String text) {
        return text != null && text.matches("[1-9][0-9]{0,7}") ? new PageNumber(Integer.parseInt(text)) : null;
    }

    String text() {
        return Integer.toString(number);
    }
}
