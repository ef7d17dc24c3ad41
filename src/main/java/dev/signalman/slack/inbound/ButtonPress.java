package dev.signalman.slack.inbound;

import dev.signalman.dispatch.Invocation;
import dev.signalman.dispatch.Origin;
import dev.signalman.domain.Actor;
import dev.signalman.domain.Place;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A button that was pressed or an option that was chosen.
 *
 * @param value what the button holds: a line, or the name of one
 * @param responseUrl trusted; null when there is none. It is never logged
 */
record ButtonPress(
        String id,
        Actor actor,
        Place place,
        String value,
        Origin.Pressed origin,
        @Nullable String responseUrl) {
    Invocation invocation(String line, Instant now) {
        return new Invocation(id, actor, place, line, origin, now, responseUrl);
    }

    @Override
    public String toString() {
        return "ButtonPress[" + id + "]";
    }
}
