package dev.signalman.playground.stage;

import java.time.Duration;
import java.time.Instant;

/**
 * A recorded call between bot, Slack and Semaphore, without headers, query or body.
 *
 * @param number from 1
 * @param at when it was answered
 * @param path the path, or the method of Slack's API
 * @param status HTTP status, or Slack's error code; {@code cut} when the connection was cut
 * @param message {@code ts} of the message that it changes; {@code ""} for none
 */
public record RecordedCall(
        long number,
        Instant at,
        String from,
        String to,
        String method,
        String path,
        String status,
        long millis,
        String message) {
    /** When it was made. */
    public Instant began() {
        return at.minus(Duration.ofMillis(millis));
    }
}
