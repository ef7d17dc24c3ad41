package dev.signalman.domain;

/** Result of a pipeline, block or job. Stopped and canceled are not failures. */
public enum Result {
    PASSED("passed"),
    FAILED("failed"),
    STOPPED("was stopped"),
    CANCELED("was canceled"),
    UNKNOWN("ended");

    private final String ended;

    Result(String ended) {
        this.ended = ended;
    }

    /** The result as a verb phrase, e.g. {@code was stopped}. */
    public String ended() {
        return ended;
    }
}
