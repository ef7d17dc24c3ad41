package dev.signalman.app.policy;

/** A rule asks for something that the case does not tell. */
final class MissingFactException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What is missing and where to add it, in whole sentences. */
    MissingFactException(String sentences) {
        super(sentences);
    }
}
