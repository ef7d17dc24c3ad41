package dev.signalman.checkup;

import org.jspecify.annotations.Nullable;

/**
 * From where one looks.
 *
 * @param channel Slack's id of the channel it is about; null when it is about none
 * @param serving whether this process is a running bot, and not one that only looks
 */
public record Occasion(@Nullable String channel, boolean serving) {
    /** On the command line, beside whatever runs. */
    public static final Occasion COMMAND_LINE = new Occasion(null, false);

    /** In a running bot, about no channel. */
    public static final Occasion SERVING = new Occasion(null, true);

    /** In a running bot, asked for in a channel. */
    public static Occasion in(String channel) {
        return new Occasion(channel, true);
    }
}
