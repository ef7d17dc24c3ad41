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

    SimulatedAgentType with(List<SimulatedAgent> others) {
        return new SimulatedAgentType(name, createdAt, updatedAt, others);
    }
}
