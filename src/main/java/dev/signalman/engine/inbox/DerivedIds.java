package dev.signalman.engine.inbox;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * Derives ids from their owners, so that making a thing twice gives the same id. Ids have letters, digits and dashes.
 */
public final class DerivedIds {
    private DerivedIds() {}

    /** The one card of a pipeline in a channel. */
    public static String pipeline(String channel, String pipelineId) {
        return of("pipeline", channel, pipelineId);
    }

    /** A message under a pipeline's card in a channel. */
    public static String under(String channel, String pipelineId, String topic) {
        return of("under", channel, pipelineId, topic);
    }

    /** The one message of a burst in a channel. */
    public static String burst(String channel, String burst) {
        return of("burst", channel, burst);
    }

    /** The one card of a request in a channel. */
    public static String request(String channel, int request) {
        return of("request", channel, Integer.toString(request));
    }

    /** The one card of a lock in a channel. */
    public static String lock(String channel, String lock) {
        return of("lock", channel, lock);
    }

    /** A person's home tab. */
    public static String home(String userId) {
        return of("home", userId);
    }

    /** The {@code n}th result of an invocation in a phase of its work. */
    public static String made(String invocationId, String phase, int n) {
        return of(phase, invocationId, Integer.toString(n));
    }

    /** An act's request token. */
    public static String token(String invocationId) {
        return of("act", invocationId);
    }

    /** The aside about a card that could not be shown. */
    public static String instead(String cardKey) {
        return of("instead", cardKey);
    }

    /** The update that ends a duplicate message of a card. */
    public static String end(String cardKey, String timestamp) {
        return of("end", cardKey, timestamp);
    }

    private static String of(String... parts) {
        return UUID.nameUUIDFromBytes(String.join("\n", parts).getBytes(StandardCharsets.UTF_8))
                .toString();
    }
}
