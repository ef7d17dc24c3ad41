package dev.signalman.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A connected self-hosted agent. Name, host and version are what the agent says of itself.
 *
 * @param connected null when unknown
 * @param disabled when it was disabled; null if it was not
 */
public record SelfHostedAgent(
        String name,
        String hostname,
        String version,
        State state,
        @Nullable Instant connected,
        @Nullable Instant disabled) {
    /** Whether it works. */
    public enum State {
        WAITING_FOR_JOB,
        RUNNING_JOB,
        UNKNOWN
    }
}
