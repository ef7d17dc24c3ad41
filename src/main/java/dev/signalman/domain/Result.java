package dev.signalman.domain;

/** How a pipeline or block ended; stopped and canceled are no failures. */
public enum Result {
    PASSED,
    FAILED,
    STOPPED,
    CANCELED,
    UNKNOWN
}
