package dev.signalman.simulator.semaphore.http;

/**
 * A log download from the self-hosted agents' host.
 *
 * @param tokenCame whether it had an Authorization header, which it never should
 * @param status the answer's status
 */
public record LogFetch(String jobId, boolean tokenCame, int status) {}
