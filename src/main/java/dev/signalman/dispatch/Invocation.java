package dev.signalman.dispatch;

import dev.signalman.command.SecretRedaction;
import dev.signalman.domain.Actor;
import dev.signalman.domain.Place;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A command line that was received: typed, pressed, submitted, or given by the bot to itself.
 *
 * @param id equal if an event is delivered twice
 * @param line the command line, without anything that may be a secret
 * @param responseUrl where Slack accepts an answer for the asker alone, for 30 minutes; null for none. It is a
 *     capability and is never logged
 */
public record Invocation(
        String id,
        Actor actor,
        Place place,
        String line,
        Origin origin,
        Instant taken,
        @Nullable String responseUrl) {
    /** Redacts secrets in the line. */
    public Invocation {
        line = SecretRedaction.of(line);
    }

    /** A copy with another actor. */
    Invocation by(Actor other) {
        return new Invocation(id, other, place, line, origin, taken, responseUrl);
    }

    @Override
    public String toString() {
        return "Invocation[" + id + "]";
    }
}
