package dev.signalman.semaphore;

/** A call to Semaphore that did not give what was asked for. */
public final class SemaphoreException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Kind kind;
    private final boolean mayHaveActed;

    /**
     * Tells a failure.
     *
     * @param words what Semaphore or the network said, cut and without secrets; shown to people
     * @param mayHaveActed whether the act that was asked for may have happened all the same
     */
    public SemaphoreException(Kind kind, String words, boolean mayHaveActed) {
        super(words);
        this.kind = kind;
        this.mayHaveActed = mayHaveActed;
    }

    /** Tells a failure and what caused it. */
    public SemaphoreException(Kind kind, String words, boolean mayHaveActed, Throwable cause) {
        super(words, cause);
        this.kind = kind;
        this.mayHaveActed = mayHaveActed;
    }

    /** What went wrong. */
    public Kind kind() {
        return kind;
    }

    /** What Semaphore or the network said. */
    public String words() {
        return String.valueOf(getMessage());
    }

    /** Whether the act may have happened all the same; always false for a read. */
    public boolean mayHaveActed() {
        return mayHaveActed;
    }

    /** The ways in which a call fails. */
    public enum Kind {
        /** There is no such thing, or the token may not see it: Semaphore does not tell these apart. */
        NOT_FOUND,
        /** The token itself is refused. */
        BAD_TOKEN,
        /** The token is good but may not do this. */
        NOT_PERMITTED,
        /** The organisation lets in only other addresses. */
        ADDRESS_NOT_ALLOWED,
        /** The organisation does not have the feature. */
        FEATURE_OFF,
        /** Semaphore understood and refused; its words say why. */
        REFUSED,
        /** Too many calls. */
        LIMITED,
        /** Semaphore answered that something broke on its side. */
        BROKEN,
        /** Semaphore was not reached, or did not answer in time. */
        UNREACHABLE,
        /** Something answered that is not Semaphore's API. */
        UNREADABLE
    }
}
