package dev.signalman.semaphore;

import dev.signalman.domain.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The items of several pages, read one after the other.
 *
 * @param whole whether the last page was reached
 */
public record Pages<T>(List<T> items, boolean whole) {
    /**
     * Reads at most {@code most} pages.
     *
     * @param list returns the page for a token, and the first page for null
     * @throws SemaphoreException when a page cannot be read
     */
    public static <T> Pages<T> read(int most, Function<@Nullable String, Page<T>> list) {
        return read(most, list, all -> false);
    }

    /** Reads at most {@code most} pages, and stops earlier when the items so far are {@code enough}. */
    public static <T> Pages<T> read(int most, Function<@Nullable String, Page<T>> list, Predicate<List<T>> enough) {
        var all = new ArrayList<T>();
        String page = null;
        for (int pages = 0; pages < most; pages++) {
            var read = list.apply(page);
            all.addAll(read.items());
            page = read.next();
            if (page == null || enough.test(all)) {
                break;
            }
        }
        return new Pages<>(all, page == null);
    }
}
