package dev.signalman.mcp;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/** Limits the number of calls per token and minute. */
final class AgentRateLimit {
    static final int MOST_A_MINUTE = 120;

    private static final int SECONDS = 60;

    private final InstantSource clock;
    private final Map<String, Integer> counts = new HashMap<>();
    private long minute;

    AgentRateLimit(InstantSource clock) {
        this.clock = clock;
    }

    /** Counts one more call; false if it is too many. */
    synchronized boolean admits(String tokenId) {
        long now = clock.instant().getEpochSecond() / SECONDS;
        if (now != minute) {
            minute = now;
            counts.clear();
        }
        return counts.merge(tokenId, 1, Integer::sum) <= MOST_A_MINUTE;
    }
}
