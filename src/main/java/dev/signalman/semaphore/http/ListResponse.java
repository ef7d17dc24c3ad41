package dev.signalman.semaphore.http;

import dev.signalman.domain.Page;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A list, with the headers about further pages.
 *
 * @param headers names in any case
 */
record ListResponse<W>(List<W> items, Map<String, Collection<String>> headers) {

    /**
     * The requested page. For a page beyond the end Semaphore repeats the last one; this returns an empty page instead
     * (docs/semaphore.md, "Pages").
     */
    <T> Page<T> page(PageNumber asked, Function<W, T> mapping) {
        var given = PageNumber.read(first("page-number"));
        if (given != null && given.number() < asked.number()) {
            return new Page<>(List.of(), null);
        }
        var next = LinkHeader.next(headers.getOrDefault("link", List.of()));
        boolean further = next != null && next.number() > asked.number();
        return new Page<>(map(mapping), further && next != null ? next.text() : null);
    }

    <T> List<T> map(Function<W, T> mapping) {
        return items.stream().map(mapping).toList();
    }

    boolean hasMore() {
        return "true".equalsIgnoreCase(first("x-has-more"));
    }

    @Nullable
    String first(String name) {
        return headers.getOrDefault(name, List.of()).stream().findFirst().orElse(null);
    }
}
