package dev.signalman.playground.stage;

import java.time.Instant;

/**
 * A call between bot, Slack and Semaphore; nothing of its headers, its query or its body is kept.
 *
 * @param number counts up from 1
 * @param path where it went, or the method of Slack's API
 * @param status of HTTP, or Slack's own word; {@code cut} when the connection was cut
 */
public record RecordedCall(
        long number, Instant at, String from, String to, String method, String path, String status, long millis) {}
