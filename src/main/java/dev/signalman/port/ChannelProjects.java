package dev.signalman.port;

import org.jspecify.annotations.Nullable;

/** The project that a channel means when a command names none. */
public interface ChannelProjects {
    /** The channel's chosen project, else the only one it is subscribed to; null for neither. */
    @Nullable
    Choice of(String channel);

    /** A project, and perhaps one of its branches. */
    record Choice(String project, @Nullable String branch) {}
}
