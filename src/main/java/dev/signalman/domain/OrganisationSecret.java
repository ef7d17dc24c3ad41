package dev.signalman.domain;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A secret of Semaphore's organisation.
 *
 * @param variables its variables by name; null when Semaphore keeps their values to itself
 * @param closedToJobs whether jobs of no project may use it; false also when Semaphore does not say
 */
public record OrganisationSecret(String name, @Nullable Map<String, String> variables, boolean closedToJobs) {
    /** Keeps its own copy. */
    public OrganisationSecret {
        variables = variables == null ? null : Map.copyOf(variables);
    }

    /** Omits the values. */
    @Override
    public String toString() {
        return "Secret[" + name + "]";
    }
}
