package dev.signalman.semaphore;

import dev.signalman.domain.OrganisationSecret;
import java.util.Optional;

/** The secrets of an organisation. All calls need the permission {@code organization.secrets.manage}. */
public interface OrganisationSecrets {
    /** Finds a secret by name. Empty also when the token may not read secrets: Semaphore's answer is the same. */
    Optional<OrganisationSecret> find(String name);

    /**
     * Makes a secret with one variable, closed to jobs where the organisation and the account allow that. A name that is
     * taken is refused.
     *
     * @param value appears in no message, whatever the answer says
     */
    OrganisationSecret create(String name, String variable, String value);
}
