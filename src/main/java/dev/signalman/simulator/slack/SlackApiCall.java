package dev.signalman.simulator.slack;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One call that the bot made.
 *
 * @param method such as {@code chat.update}, or {@code response_url}
 * @param channel the channel argument, when there was one
 * @param error Slack's word when it was refused
 * @param status the HTTP status, 0 when the connection was cut
 */
public record SlackApiCall(
        String method, @Nullable String channel, @Nullable String error, int status, Instant at) {
    /** Whether Slack did what was asked, as far as the bot can know. */
    public boolean ok() {
        return error == null && status == 200;
    }
}
