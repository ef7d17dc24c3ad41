package dev.signalman.semaphore;

import dev.signalman.domain.AgentType;
import dev.signalman.domain.NewAgentType;
import dev.signalman.domain.Page;
import dev.signalman.domain.SelfHostedAgent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The self-hosted agent types of an organization. */
public interface AgentTypes {
    List<AgentType> list();

    AgentType describe(String name);

    /** A type's connected agents, those that connected first first, a page of fifty. */
    Page<SelfHostedAgent> agents(String name, @Nullable String page);

    /** Creates a type. Semaphore shows its registration token only in this answer. */
    NewAgentType create(String name);

    void delete(String name);

    /** Disables a type's agents, all or only the idle ones. */
    void disableAgents(String name, boolean onlyIdle);
}
