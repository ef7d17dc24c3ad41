package dev.signalman.subject;

import org.jspecify.annotations.Nullable;

/** Which project a channel means when it names none. */
public interface ChannelProjects {
    /** The channel's choice, else the only project that it is subscribed to; null when there is neither. */
    @Nullable
    Choice of(String channel);

    /** A project, and perhaps one of its branches. */
    record Choice(String project, @Nullable String branch) {}
}
