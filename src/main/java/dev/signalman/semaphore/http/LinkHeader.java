package dev.signalman.semaphore.http;

import java.util.Collection;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Parses {@code Link} headers. Their addresses name an internal host and plain HTTP, so none is followed; only the
 * {@code page} of the next one is used (docs/semaphore.md, "Pages").
 */
final class LinkHeader {
    private static final Pattern LINK = Pattern.compile("<([^<>]*)>([^<]*)");
    private static final Pattern NEXT =
            Pattern.compile(";\\s*rel\\s*=\\s*\"?\\s*next\\s*\"?\\s*(?:[;,]|$)", Pattern.CASE_INSENSITIVE);
    private static final Pattern PAGE = Pattern.compile("[?&]page=([^&#]*)");

    private LinkHeader() {}

    /** The next page's number; null when it is missing or invalid. */
    static @Nullable PageNumber next(Collection<String> headers) {
        for (var header : headers) {
            var link = LINK.matcher(header);
            while (link.find()) {
                var page = PAGE.matcher(link.group(1));
                if (NEXT.matcher(link.group(2)).find() && page.find()) {
                    return PageNumber.read(page.group(1));
                }
            }
        }
        return null;
    }
}
