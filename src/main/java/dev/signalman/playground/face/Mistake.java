package dev.signalman.playground.face;

/** The page asked for what cannot be; the message is a sentence for people. */
final class Mistake extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;

    private Mistake(int status, String sentence) {
        super(sentence);
        this.status = status;
    }

    /** What was asked makes no sense. */
    static Mistake wrong(String sentence) {
        return new Mistake(400, sentence);
    }

    /** It makes sense, but not as things stand. */
    static Mistake notNow(String sentence) {
        return new Mistake(409, sentence);
    }

    int status() {
        return status;
    }

    String sentence() {
        return String.valueOf(getMessage());
    }
}
