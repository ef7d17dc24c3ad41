package dev.signalman.semaphore;

import dev.signalman.domain.AgentType;
import dev.signalman.domain.NewAgentType;
import java.util.List;

/** Types of self-hosted agents. */
public interface AgentTypes {
    /** All of them. */
    List<AgentType> list();

    /** Reads one. */
    AgentType describe(String name);

    /** Creates one; its registration token is told this once. */
    NewAgentType create(String name);

    /** Deletes one. */
    void delete(String name);

    /** Disables its agents, all or only those that are idle. */
    void disableAgents(String name, boolean onlyIdle);
}
