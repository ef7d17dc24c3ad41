package dev.signalman.journal;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Ids made of what they belong to, so that the same thing made twice has the same id. Letters, digits and dashes. */
final class DerivedIds {
    private DerivedIds() {}

    /** The one card of a pipeline in a channel. */
    static String pipeline(String channel, String pipelineId) {
        return of("pipeline", channel, pipelineId);
    }

    /** What is said about something under the card of a pipeline in a channel. */
    static String under(String channel, String pipelineId, String topic) {
        return of("under", channel, pipelineId, topic);
    }

    /** The one card about the glass that was broken on a request. */
    static String review(String channel, int request) {
        return of("review", channel, Integer.toString(request));
    }

    /** The one card of a request in a channel. */
    static String request(String channel, int request) {
        return of("request", channel, Integer.toString(request));
    }

    /** The one card of a lock in a channel. */
    static String lock(String channel, String lock) {
        return of("lock", channel, lock);
    }

    /** Somebody's home tab. */
    static String home(String userId) {
        return of("home", userId);
    }

    /** The {@code n}th thing that came of an invocation in a phase of its work. */
    static String made(String invocationId, String phase, int n) {
        return of(phase, invocationId, Integer.toString(n));
    }

    /** What makes an act safe to ask for twice. */
    static String token(String invocationId) {
        return of("act", invocationId);
    }

    /** What tells the asker of a card that could not be shown. */
    static String instead(String cardKey) {
        return of("instead", cardKey);
    }

    /** What ends a message that shows a card a second time. */
    static String end(String cardKey, String timestamp) {
        return of("end", cardKey, timestamp);
    }

    private static String of(String... parts) {
        return UUID.nameUUIDFromBytes(String.join("\n", parts).getBytes(StandardCharsets.UTF_8))
                .toString();
    }
}
