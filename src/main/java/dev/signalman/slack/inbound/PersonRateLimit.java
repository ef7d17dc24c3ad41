package dev.signalman.slack.inbound;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/** Limits the number of requests per person and minute. */
final class PersonRateLimit {
    /** The limit per minute. Nobody types or presses five times a second for a minute. */
    static final int MOST_A_MINUTE = 300;

    private static final int SECONDS = 60;

    private final InstantSource clock;
    private final Map<String, Integer> counts = new HashMap<>();
    private long minute;

    PersonRateLimit(InstantSource clock) {
        this.clock = clock;
    }

    /** What to do with a request. */
    enum Turn {
        IN,
        /** Refuse it, and tell the person. */
        REFUSED,
        /** Refuse it; the person was told in this minute already. */
        REFUSED_AGAIN
    }

    /** Counts one more request of this person. */
    synchronized Turn next(String userId) {
        long now = clock.instant().getEpochSecond() / SECONDS;
        if (now != minute) {
            minute = now;
            counts.clear();
        }
        int count = counts.merge(userId, 1, Integer::sum);
        if (count <= MOST_A_MINUTE) {
            return Turn.IN;
        }
        return count == MOST_A_MINUTE + 1 ? Turn.REFUSED : Turn.REFUSED_AGAIN;
    }
}
