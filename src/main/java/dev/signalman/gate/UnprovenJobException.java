package dev.signalman.gate;

/** The caller did not prove which job asks. */
final class UnprovenJobException extends Exception {
    private static final long serialVersionUID = 1L;

    private final boolean passing;

    private UnprovenJobException(String sentences, boolean passing) {
        super(sentences);
        this.passing = passing;
    }

    /** The proof is wrong, and will be. */
    static UnprovenJobException refused(String sentences) {
        return new UnprovenJobException(sentences, false);
    }

    /** The proof cannot be checked now. */
    static UnprovenJobException unchecked(String sentences) {
        return new UnprovenJobException(sentences, true);
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
