package dev.signalman.port;

import java.util.List;

/** The channels that are subscribed to a project. */
@FunctionalInterface
public interface SubscribedChannels {
    /** Distinct channel ids; channels in which the bot cannot post now are left out. */
    List<String> hearing(String projectId);
}
