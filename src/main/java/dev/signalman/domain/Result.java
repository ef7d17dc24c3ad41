package dev.signalman.domain;

/** How a pipeline or block ended; stopped and canceled are no failures. */
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

    /** As it is said of whatever ended so, e.g. {@code was stopped}. */
    public String ended() {
        return ended;
    }
}
