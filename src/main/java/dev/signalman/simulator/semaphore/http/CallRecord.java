package dev.signalman.simulator.semaphore.http;

import java.time.Instant;

/**
 * A call that was made; what its headers and its body said is kept nowhere.
 *
 * @param path without the prefix of the simulation
 * @param user the login of the token's owner, or {@code ""}
 * @param status what was answered; 0 when the connection was cut
 */
public record CallRecord(String method, String path, String query, String user, int status, Instant at) {}
