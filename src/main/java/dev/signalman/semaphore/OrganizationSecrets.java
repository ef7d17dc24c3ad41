package dev.signalman.semaphore;

import dev.signalman.domain.OrganizationSecret;
import java.util.Optional;

/** The secrets of an organization. All calls need the permission {@code organization.secrets.manage}. */
public interface OrganizationSecrets {
    /** Finds a secret by name. Empty also when the token may not read secrets: Semaphore's answer is the same. */
    Optional<OrganizationSecret> find(String name);

    /**
     * Makes a secret with one variable, closed to jobs where the organization and the account allow that. A name that is
     * taken is refused.
     *
     * @param value appears in no message, whatever the answer says
     */
    OrganizationSecret create(String name, String variable, String value);
}
