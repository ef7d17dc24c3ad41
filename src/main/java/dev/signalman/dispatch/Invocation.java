package dev.signalman.dispatch;

import dev.signalman.command.SecretRedaction;
import dev.signalman.domain.Actor;
import dev.signalman.domain.Place;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Anything that comes in: typed, pressed, or said by the bot to itself.
 *
 * @param id the same for the same event delivered twice
 * @param line the command line, without what may be a secret
 * @param responseUrl where Slack takes an answer for the asker alone, for 30 minutes; null when there is none. It is a capability and is never logged
 */
public record Invocation(
        String id,
        Actor actor,
        Place place,
        String line,
        Origin origin,
        Instant taken,
        @Nullable String responseUrl) {
    /** Leaves out of the line what must not be recorded. */
    public Invocation {
        line = SecretRedaction.of(line);
    }

    /** The invocation, with {@code other} as the one who acts. */
    Invocation by(Actor other) {
        return new Invocation(id, other, place, line, origin, taken, responseUrl);
    }

    @Override
    public String toString() {
        return "Invocation[" + id + "]";
    }
}
