package dev.signalman.simulator.semaphore;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The agent types of an organization, by name. */
public final class SimulatedAgentTypes {
    private final Map<String, SimulatedAgentType> types = new LinkedHashMap<>();

    /** In order of creation. */
    public List<SimulatedAgentType> all() {
        return List.copyOf(types.values());
    }

    public Optional<SimulatedAgentType> named(String name) {
        return Optional.ofNullable(types.get(name));
    }

    /**
     * Creates a type without agents.
     *
     * @throws SemaphoreRefusal when the name is taken or invalid
     */
    public SimulatedAgentType create(String name, Instant now) {
        if (!name.startsWith("s1-")) {
            throw SemaphoreRefusal.invalid("agent type name must start with s1-");
        }
        if (types.containsKey(name)) {
            throw SemaphoreRefusal.invalid("agent type " + name + " already exists");
        }
        var type = new SimulatedAgentType(name, now, now, List.of());
        types.put(name, type);
        return type;
    }

    /**
     * Deletes a type; returns whether it existed.
     *
     * @throws SemaphoreRefusal while agents are connected
     */
    public boolean delete(String name) {
        if (named(name).filter(type -> type.total() > 0).isPresent()) {
            throw SemaphoreRefusal.invalid("can't delete agent type with existing agents");
        }
        return types.remove(name) != null;
    }

    /** Sets the number of connected agents, of which the idle ones connected first. */
    public void connect(String name, int idle, int busy, Instant now) {
        var agents = IntStream.range(0, idle + busy)
                .mapToObj(n -> SimulatedAgent.of(name + "-" + (n + 1), n >= idle, now.plusMillis(n)))
                .toList();
        types.computeIfPresent(name, (key, type) -> type.with(agents));
    }

    /** Connects one more agent. */
    public void connect(String name, SimulatedAgent agent) {
        types.computeIfPresent(
                name,
                (key, type) -> type.with(
                        Stream.concat(type.agents().stream(), Stream.of(agent)).toList()));
    }

    /** Disables the idle agents, or all, which stops their jobs. */
    public void disable(String name, boolean onlyIdle) {
        types.computeIfPresent(
                name,
                (key, type) -> type.with(type.agents().stream()
                        .filter(agent -> onlyIdle && agent.busy())
                        .toList()));
    }
}
