package dev.signalman.domain;

import org.jspecify.annotations.Nullable;

/**
 * Where something is said.
 *
 * @param channel Slack's id of the channel or conversation
 * @param thread the timestamp of the message whose thread it is; null outside threads
 */
public record Place(String channel, @Nullable String thread) {
    /** The place of what nobody asked for; nothing is said there. */
    public static final Place NOWHERE = channel("");

    /** A channel, outside threads. */
    public static Place channel(String channel) {
        return new Place(channel, null);
    }
}
