package dev.signalman.slack.socket;

import java.time.Duration;

/**
 * How long is waited for what.
 *
 * @param ping how often Slack is asked for a sign of life; a socket on which none has come by the next time is given up
 * @param hello how long Slack may take to greet
 * @param first before opening again the first time; doubled each time after that
 * @param longest before opening again at most, unless Slack asks for more
 * @param linger how long a socket that was replaced is kept, for what Slack still sends over it
 */
record SocketTimeouts(Duration ping, Duration hello, Duration first, Duration longest, Duration linger) {
    static final SocketTimeouts USUAL = new SocketTimeouts(
            Duration.ofSeconds(7),
            Duration.ofSeconds(5),
            Duration.ofMillis(500),
            Duration.ofSeconds(30),
            Duration.ofSeconds(30));
}
