package dev.signalman.slack.socket;

import java.time.Duration;

/**
 * Time limits of sockets.
 *
 * @param ping interval of pings; a socket without a pong by the next one is given up
 * @param hello for Slack's hello
 * @param first wait before the first reconnect; doubled each time
 * @param longest longest wait before a reconnect, unless Slack asks for more
 * @param linger how long a replaced socket is kept for late deliveries
 */
record SocketTimeouts(Duration ping, Duration hello, Duration first, Duration longest, Duration linger) {
    static final SocketTimeouts USUAL = new SocketTimeouts(
            Duration.ofSeconds(7),
            Duration.ofSeconds(5),
            Duration.ofMillis(500),
            Duration.ofSeconds(30),
            Duration.ofSeconds(30));
}
