package dev.signalman.feature.factor;

import dev.signalman.dispatch.Invocation;
import dev.signalman.dispatch.Origin;
import dev.signalman.domain.Actor;
import dev.signalman.domain.Place;
import java.time.Instant;

/**
 * What the address of a page says: for whom it is, and for which line.
 *
 * @param id another one for each address
 * @param line the line whose form it shows, or the one that adds a passkey
 * @param expires when the address ends
 */
record PasskeyPage(String id, Actor actor, Place place, String line, Instant expires) {
    private static final String PREFIX = "passkey:";

    /** Whether an invocation came from a page. */
    static boolean isBehind(Invocation invocation) {
        return invocation.id().startsWith(PREFIX);
    }

    /** The id of the page from which an invocation came. */
    static String of(Invocation invocation) {
        return invocation.id().substring(PREFIX.length());
    }

    /** An invocation of a line by the page's person; there is one for each page. */
    Invocation invocation(String submitted, Instant now) {
        return new Invocation(PREFIX + id, actor, place, submitted, new Origin.Submitted(null), now, null);
    }
}
