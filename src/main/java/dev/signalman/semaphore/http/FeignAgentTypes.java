package dev.signalman.semaphore.http;

import dev.signalman.domain.AgentType;
import dev.signalman.domain.NewAgentType;
import dev.signalman.semaphore.AgentTypes;
import java.util.List;
import java.util.Map;

/** Types of self-hosted agents over HTTP. */
final class FeignAgentTypes implements AgentTypes {
    private final AgentTypesApi api;
    private final Calls calls;

    FeignAgentTypes(AgentTypesApi api, Calls calls) {
        this.api = api;
        this.calls = calls;
    }

    @Override
    public List<AgentType> list() {
        return calls.read("agent_types.list", () -> api.list().toTypes());
    }

    @Override
    public AgentType describe(String name) {
        var part = PathPart.of(name);
        return calls.read("agent_types.describe", () -> api.describe(part).toType());
    }

    @Override
    public NewAgentType create(String name) {
        Map<String, Object> body = Map.of("metadata", Map.of("name", name));
        return calls.act("agent_types.create", () -> api.create(body).toNewType());
    }

    @Override
    public void delete(String name) {
        var part = PathPart.of(name);
        calls.act("agent_types.delete", () -> api.delete(part));
    }

    @Override
    public void disableAgents(String name, boolean onlyIdle) {
        var part = PathPart.of(name);
        calls.act("agent_types.disable_all", () -> api.disableAll(part, Map.of("only_idle", onlyIdle)));
    }
}
