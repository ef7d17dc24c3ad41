package dev.signalman.domain;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A secret of Semaphore's organization.
 *
 * @param variables its variables by name; null when Semaphore keeps their values to itself
 * @param closedToJobs whether jobs of no project may use it; false also when Semaphore does not say
 */
public record OrganizationSecret(String name, @Nullable Map<String, String> variables, boolean closedToJobs) {
    /** Keeps its own copy. */
    public OrganizationSecret {
        variables = variables == null ? null : Map.copyOf(variables);
    }

    /** Omits the values. */
    @Override
    public String toString() {
        return "Secret[" + name + "]";
    }
}
