package dev.signalman.gate;

/** The caller did not prove which job asks. */
final class UnauthenticatedJobException extends Exception {
    private static final long serialVersionUID = 1L;

    private final boolean passing;

    private UnauthenticatedJobException(String sentences, boolean passing) {
        super(sentences);
        this.passing = passing;
    }

    /** The proof is wrong, and will be. */
    static UnauthenticatedJobException refused(String sentences) {
        return new UnauthenticatedJobException(sentences, false);
    }

    /** The proof cannot be checked now. */
    static UnauthenticatedJobException unchecked(String sentences) {
        return new UnauthenticatedJobException(sentences, true);
    }

    /** What the log of the job shows. */
    String sentences() {
        return String.valueOf(getMessage());
    }

    /** Whether the same proof may be accepted later. */
    boolean passing() {
        return passing;
    }
}
