package dev.signalman.semaphore;

/** A failed call to Semaphore. */
public final class SemaphoreException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Kind kind;
    private final boolean mayHaveActed;

    /**
     * Creates a failure without a cause.
     *
     * @param words what Semaphore or the network said, cut and without secrets; shown to people
     * @param mayHaveActed whether the requested act may have happened despite the failure
     */
    public SemaphoreException(Kind kind, String words, boolean mayHaveActed) {
        super(words);
        this.kind = kind;
        this.mayHaveActed = mayHaveActed;
    }

    public SemaphoreException(Kind kind, String words, boolean mayHaveActed, Throwable cause) {
        super(words, cause);
        this.kind = kind;
        this.mayHaveActed = mayHaveActed;
    }

    public Kind kind() {
        return kind;
    }

    /** What Semaphore or the network said. */
    public String words() {
        return String.valueOf(getMessage());
    }

    /** Whether the act may have happened despite the failure; always false for a read. */
    public boolean mayHaveActed() {
        return mayHaveActed;
    }

    public enum Kind {
        /** Nothing was found, or the token may not see it: Semaphore's answer is the same for both. */
        NOT_FOUND,
        /** The token is invalid. */
        BAD_TOKEN,
        /** The token is valid but lacks the permission. */
        NOT_PERMITTED,
        /** The organization's IP allowlist excludes this machine. */
        ADDRESS_NOT_ALLOWED,
        /** The organization does not have the feature. */
        FEATURE_OFF,
        /** Semaphore rejected the request; its words say why. */
        REFUSED,
        /** Rate limit reached. */
        LIMITED,
        /** Semaphore reported an error on its own side. */
        BROKEN,
        /** Semaphore was not reached, or did not answer in time. */
        UNREACHABLE,
        /** The answer did not come from Semaphore's API. */
        UNREADABLE
    }
}
