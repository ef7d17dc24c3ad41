package dev.signalman.playground.face;

/** The page asked for what cannot be; the message is a sentence for people. */
final class BadPageRequestException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;

    private BadPageRequestException(int status, String sentence) {
        super(sentence);
        this.status = status;
    }

    /** What was asked makes no sense. */
    static BadPageRequestException wrong(String sentence) {
        return new BadPageRequestException(400, sentence);
    }

    /** It makes sense, but not as things stand. */
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
