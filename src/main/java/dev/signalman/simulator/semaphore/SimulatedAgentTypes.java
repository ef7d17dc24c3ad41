package dev.signalman.simulator.semaphore;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The agent types of an organisation, by name. */
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
     * @throws SemaphoreRefusal when the name is taken or is no name for own agents
     */
    public SimulatedAgentType create(String name, Instant now) {
        if (!name.startsWith("s1-")) {
            throw SemaphoreRefusal.invalid("agent type name must start with s1-");
        }
        if (types.containsKey(name)) {
            throw SemaphoreRefusal.invalid("agent type " + name + " already exists");
        }
        var type = new SimulatedAgentType(name, now, now, 0, 0);
        types.put(name, type);
        return type;
    }

    /**
     * Whether there was one.
     *
     * @throws SemaphoreRefusal while agents of it are connected
     */
    public boolean delete(String name) {
        if (named(name).filter(type -> type.total() > 0).isPresent()) {
            throw SemaphoreRefusal.invalid("can't delete agent type with existing agents");
        }
        return types.remove(name) != null;
    }

    /** So many agents are connected from now on. */
    public void connect(String name, int idle, int busy) {
        types.computeIfPresent(name, (key, type) -> type.with(idle, busy));
    }

    /** Takes agents away: the idle ones, or all, which stops the jobs that they run. */
    public void disable(String name, boolean onlyIdle) {
        types.computeIfPresent(name, (key, type) -> type.with(0, onlyIdle ? type.busy() : 0));
    }
}
