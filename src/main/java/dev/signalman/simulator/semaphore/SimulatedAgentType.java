package dev.signalman.simulator.semaphore;

import java.time.Instant;

/**
 * A kind of own agents, and how many of them are connected.
 *
 * @param idle those that wait for a job
 * @param busy those that run one
 */
public record SimulatedAgentType(String name, Instant createdAt, Instant updatedAt, int idle, int busy) {
    public int total() {
        return idle + busy;
    }

    SimulatedAgentType with(int nowIdle, int nowBusy) {
        return new SimulatedAgentType(name, createdAt, updatedAt, nowIdle, nowBusy);
    }
}
