package dev.signalman.domain;

import org.jspecify.annotations.Nullable;

/**
 * A channel or a thread in Slack.
 *
 * @param channel Slack's id of the channel or conversation
 * @param thread timestamp of the thread's first message; null outside threads
 */
public record Place(String channel, @Nullable String thread) {
    /** The place of what nobody asked for; nothing is said there. */
    public static final Place NOWHERE = channel("");

    /** A channel, outside threads. */
    public static Place channel(String channel) {
        return new Place(channel, null);
    }
}
