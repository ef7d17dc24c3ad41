package dev.signalman.semaphore;

/**
 * Tries a token that somebody claims to own. Semaphore has no call that names a token's owner (docs/semaphore.md,
 * "Errors").
 */
public interface TokenProbe {
    /**
     * Makes one harmless read with the token, and waits a second or two at most.
     *
     * @return how many projects the token sees, counting only the first page
     * @throws SemaphoreException when the token is rejected, or the answer is unclear
     */
    int projectsSeen(Credential credential);
}
