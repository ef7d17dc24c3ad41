package dev.signalman.web;

import java.time.Duration;

/**
 * Limits of a server.
 *
 * @param threads number of threads that run endpoints
 * @param connections maximum open connections; beyond it, the one that has been idle longest is closed
 * @param rest how long a connection may be idle
 * @param look interval between checks of a body in transit
 * @param fewestBytes minimum bytes between two checks
 * @param looks number of checks after which a body must be complete
 */
record ServerLimits(int threads, int connections, Duration rest, Duration look, int fewestBytes, int looks) {
    /**
     * For a public server. Slack and Semaphore need a few dozen connections, send a few kilobytes and wait three
     * seconds at most; many systems allow a process only 1,024 open files.
     */
    static final ServerLimits USUAL =
            new ServerLimits(80, 800, Duration.ofSeconds(45), Duration.ofSeconds(2), 2_048, 5);

    /** For a small internal server. */
    static final ServerLimits FEW = new ServerLimits(8, 100, USUAL.rest, USUAL.look, USUAL.fewestBytes, USUAL.looks);
}
