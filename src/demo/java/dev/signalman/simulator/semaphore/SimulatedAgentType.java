package dev.signalman.simulator.semaphore;

import java.time.Instant;
import java.util.List;

/** A self-hosted agent type and its connected agents, in the order in which they connected. */
public record SimulatedAgentType(String name, Instant createdAt, Instant updatedAt, List<SimulatedAgent> agents) {
    public SimulatedAgentType {
        agents = List.copyOf(agents);
    }

    public int total() {
        return agents.size();
    }

    /** Agents that wait for a job. */
    public int idle() {
        return total() - busy();
    }

    /** Agents that run one. */
    public int busy() {
        return (int) agents.stream().filter(SimulatedAgent::busy).count();
    }

    SimulatedAgentType with(List<SimulatedAgent> others) {
        return new SimulatedAgentType(name, createdAt, updatedAt, others);
    }
}
