package dev.signalman.subject;

import java.util.List;

/** Which projects a channel hears of. */
@FunctionalInterface
public interface SubscribedProjects {
    /** Their names, each once; empty when there are none. */
    List<String> of(String channel);
}
