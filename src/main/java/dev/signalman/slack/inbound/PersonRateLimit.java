package dev.signalman.slack.inbound;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/** Counts what each person asks for in a minute, and says when it is more than anybody means to. */
final class PersonRateLimit {
    /** So many a minute: five a second, all the time, is no hand that types or presses. */
    static final int MOST_A_MINUTE = 300;

    private static final int SECONDS = 60;

    private final InstantSource clock;
    private final Map<String, Integer> counts = new HashMap<>();
    private long minute;

    PersonRateLimit(InstantSource clock) {
        this.clock = clock;
    }

    /** How it goes on with what somebody asked for. */
    enum Turn {
        IN,
        /** It is refused, and whoever asked is to be told. */
        REFUSED,
        /** It is refused, as they were told in this minute already. */
        REFUSED_AGAIN
    }

    /** Whether one more of this person goes in. */
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
