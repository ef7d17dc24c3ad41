package dev.signalman.checkup;

import org.jspecify.annotations.Nullable;

/**
 * Where a checkup was started.
 *
 * @param channel Slack's id of the channel in question; null for none
 * @param serving whether this process is a running bot
 */
public record CheckContext(@Nullable String channel, boolean serving) {
    public static final CheckContext COMMAND_LINE = new CheckContext(null, false);

    public static final CheckContext SERVING = new CheckContext(null, true);

    public static CheckContext in(String channel) {
        return new CheckContext(channel, true);
    }
}
