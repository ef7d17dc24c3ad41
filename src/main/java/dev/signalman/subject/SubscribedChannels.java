package dev.signalman.subject;

import java.util.List;

/** Which channels hear of a project. */
@FunctionalInterface
public interface SubscribedChannels {
    /** Their ids, each once; empty when none does. One in which the bot cannot post just now is left out. */
    List<String> hearing(String projectId);
}
