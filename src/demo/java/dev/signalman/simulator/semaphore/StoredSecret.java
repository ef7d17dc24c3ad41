package dev.signalman.simulator.semaphore;

import java.time.Instant;
import java.util.Map;

/**
 * A secret of the organization.
 *
 * @param closedToJobs whether jobs of no project may use it
 */
public record StoredSecret(
        String id, String name, Map<String, String> variables, boolean closedToJobs, Instant createdAt) {
    public StoredSecret {
        variables = Map.copyOf(variables);
    }

    /** Omits the values. */
    @Override
    public String toString() {
        return "StoredSecret[" + name + "]";
    }
}
