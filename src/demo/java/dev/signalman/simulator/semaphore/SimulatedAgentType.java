package dev.signalman.simulator.semaphore;

import java.time.Instant;

/**
 * A self-hosted agent type and its connected agents.
 *
 * @param idle agents that wait for a job
 * @param busy agents that run one
 */
public record SimulatedAgentType(String name, Instant createdAt, Instant updatedAt, int idle, int busy) {
    public int total() {
        return idle + busy;
    }

    SimulatedAgentType with(int nowIdle, int nowBusy) {
        return new SimulatedAgentType(name, createdAt, updatedAt, nowIdle, nowBusy);
    }
}
