package dev.signalman.simulator.semaphore.http;

/**
 * Somebody fetched a log from the host of an own agent.
 *
 * @param tokenCame whether an Authorization header came along, which it never should
 * @param status what was answered
 */
public record LogFetch(String jobId, boolean tokenCame, int status) {}
