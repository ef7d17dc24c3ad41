package dev.signalman.web;

import java.time.Duration;

/**
 * What a server spares for those who connect to it.
 *
 * @param threads on which endpoints are called
 * @param connections that are open at once; when there are more, the one that has rested longest is closed
 * @param rest for how long a connection may be open without a request under way
 * @param look how often a body on its way is looked at
 * @param fewestBytes that must have come between two looks
 * @param looks after so many a body must be there
 */
record ServerLimits(int threads, int connections, Duration rest, Duration look, int fewestBytes, int looks) {
    /**
     * Of a server that is reached from outside. Slack and Semaphore need a few dozen connections, send a few kilobytes and wait for three
     * seconds at most; and in many places a process may have no more than 1,024 files open.
     */
    static final ServerLimits USUAL =
            new ServerLimits(80, 800, Duration.ofSeconds(45), Duration.ofSeconds(2), 2_048, 5);

    /** Of a server for few. */
    static final ServerLimits FEW = new ServerLimits(8, 100, USUAL.rest, USUAL.look, USUAL.fewestBytes, USUAL.looks);
}
