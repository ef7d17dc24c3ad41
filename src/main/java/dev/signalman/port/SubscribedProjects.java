package dev.signalman.port;

import java.util.List;

/** The projects that a channel is subscribed to. */
@FunctionalInterface
public interface SubscribedProjects {
    /** Distinct project names. */
    List<String> of(String channel);
}
