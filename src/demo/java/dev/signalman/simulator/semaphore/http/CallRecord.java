package dev.signalman.simulator.semaphore.http;

import java.time.Instant;

/**
 * A call; its headers and body are not kept.
 *
 * @param path without the simulation's prefix
 * @param user login of the token's owner, or {@code ""}
 * @param status the answer's status; 0 when the connection was cut
 */
public record CallRecord(String method, String path, String query, String user, int status, Instant at) {}
