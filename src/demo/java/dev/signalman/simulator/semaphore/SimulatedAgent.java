package dev.signalman.simulator.semaphore;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A connected self-hosted agent. Everything but times and state is what the agent says of itself.
 *
 * @param disabledAt null unless it was disabled, and is about to end
 */
public record SimulatedAgent(
        String name,
        String hostname,
        String version,
        boolean busy,
        Instant connectedAt,
        @Nullable Instant disabledAt) {
    /** An idle or a busy one of a usual version. */
    public static SimulatedAgent of(String name, boolean busy, Instant connectedAt) {
        return new SimulatedAgent(name, "host-of-" + name, "v2.4.0", busy, connectedAt, null);
    }

    /** With another host name and version. */
    public SimulatedAgent saying(String otherHostname, String otherVersion) {
        return new SimulatedAgent(name, otherHostname, otherVersion, busy, connectedAt, disabledAt);
    }

    public SimulatedAgent disabled(Instant time) {
        return new SimulatedAgent(name, hostname, version, busy, connectedAt, time);
    }
}
