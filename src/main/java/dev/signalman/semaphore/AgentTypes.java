package dev.signalman.semaphore;

import dev.signalman.domain.AgentType;
import dev.signalman.domain.NewAgentType;
import java.util.List;

/** The self-hosted agent types of an organisation. */
public interface AgentTypes {
    List<AgentType> list();

    AgentType describe(String name);

    /** Creates a type. Semaphore shows its registration token only in this answer. */
    NewAgentType create(String name);

    void delete(String name);

    /** Disables a type's agents, all or only the idle ones. */
    void disableAgents(String name, boolean onlyIdle);
}
