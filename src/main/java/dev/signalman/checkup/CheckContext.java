package dev.signalman.checkup;

import org.jspecify.annotations.Nullable;

/**
 * From where one looks.
 *
 * @param channel Slack's id of the channel it is about; null when it is about none
 * @param serving whether this process is a running bot, and not one that only looks
 */
public record CheckContext(@Nullable String channel, boolean serving) {
    /** On the command line, beside whatever runs. */
    public static final CheckContext COMMAND_LINE = new CheckContext(null, false);

    /** In a running bot, about no channel. */
    public static final CheckContext SERVING = new CheckContext(null, true);

    /** In a running bot, asked for in a channel. */
    public static CheckContext in(String channel) {
        return new CheckContext(channel, true);
    }
}
