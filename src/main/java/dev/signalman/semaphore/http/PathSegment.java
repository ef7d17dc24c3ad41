package dev.signalman.semaphore.http;

import dev.signalman.semaphore.SemaphoreException;
import dev.signalman.semaphore.SemaphoreException.Kind;
import java.util.regex.Pattern;

/**
 * Checks ids and names before they go into a path: Semaphore's consist of letters, digits, dots, dashes and
 * underscores.
 */
final class PathSegment {
    private static final Pattern GOOD = Pattern.compile("(?!\\.+$)[A-Za-z0-9._-]{1,200}");

    private PathSegment() {}

    static String of(String text) {
        if (!GOOD.matcher(text).matches()) {
            throw new SemaphoreException(Kind.NOT_FOUND, "Not found: Semaphore has no such id or name", false);
        }
        return text;
    }
}
