package dev.signalman.playground.stage;

import java.time.Instant;

/**
 * A recorded call between bot, Slack and Semaphore, without headers, query or body.
 *
 * @param number from 1
 * @param path the path, or the method of Slack's API
 * @param status HTTP status, or Slack's error code; {@code cut} when the connection was cut
 */
public record RecordedCall(
        long number, Instant at, String from, String to, String method, String path, String status, long millis) {}
