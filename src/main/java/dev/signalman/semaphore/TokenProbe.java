package dev.signalman.semaphore;

/** Tries a token that somebody claims to be theirs. Semaphore has no call that tells whose it is (docs/semaphore.md, "Errors"). */
public interface TokenProbe {
    /**
     * Makes one harmless read with it, and waits a second or two at most.
     *
     * @return how many projects it sees; of very many only those of the first page are counted
     * @throws SemaphoreException when it is refused, or nobody can tell
     */
    int projectsSeen(Credential credential);
}
