package dev.signalman.simulator.slack;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A call by the bot.
 *
 * @param method such as {@code chat.update}, or {@code response_url}
 * @param channel the channel argument, if any
 * @param error Slack's error code, if refused
 * @param status HTTP status; 0 when the connection was cut
 */
public record SlackApiCall(
        String method, @Nullable String channel, @Nullable String error, int status, Instant at) {
    /** Whether it succeeded, as far as the bot can know. */
    public boolean ok() {
        return error == null && status == 200;
    }
}
