package dev.signalman.playground.face;

/** An impossible request of the page; the message is a sentence for people. */
final class BadPageRequestException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;

    private BadPageRequestException(int status, String sentence) {
        super(sentence);
        this.status = status;
    }

    /** The request is invalid. */
    static BadPageRequestException wrong(String sentence) {
        return new BadPageRequestException(400, sentence);
    }

    /** The request is valid, but not in the current state. */
    static BadPageRequestException notNow(String sentence) {
        return new BadPageRequestException(409, sentence);
    }

    int status() {
        return status;
    }

    String sentence() {
        return String.valueOf(getMessage());
    }
}
