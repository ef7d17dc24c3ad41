package dev.signalman.semaphore.http;

import java.time.Duration;

/** Observes each call to Semaphore, for metrics; each retry counts as a call. */
@FunctionalInterface
public interface SemaphoreCallObserver {
    /**
     * A call ended.
     *
     * @param operation such as {@code promotions.trigger}; one of a few fixed words, never with ids
     * @param outcome {@code ok}, or the kind of the failure in lower case
     */
    void called(String operation, String outcome, Duration took);
}
