package dev.signalman.simulator.semaphore.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalman.simulator.semaphore.Organization;
import dev.signalman.simulator.semaphore.SimulatedAgentType;
import dev.signalman.web.Reply;

/** {@code /self_hosted_agent_types}; a registration token is shown once, when its type is created. */
final class AgentTypesResource implements ApiResource {
    private final Organization organization;

    AgentTypesResource(Organization organization) {
        this.organization = organization;
    }

    @Override
    public Reply answer(AuthenticatedCall call) {
        if (!call.user().managesAgents()) {
            return SemaphoreResponses.permissionDenied();
        }
        if (call.is("GET", 1)) {
            var answer = SemaphoreResponses.object();
            var types = answer.putArray("agent_types");
            organization.agentTypes().all().forEach(each -> types.add(wire(each)));
            return SemaphoreResponses.value(200, answer);
        }
        if (call.is("POST", 1)) {
            return create(call);
        }
        if (call.is("GET", 2)) {
            return organization
                    .agentTypes()
                    .named(call.path().get(1))
                    .map(each -> SemaphoreResponses.value(200, wire(each)))
                    .orElseGet(AgentTypesResource::missing);
        }
        if (call.is("DELETE", 2)) {
            return organization.agentTypes().delete(call.path().get(1))
                    ? SemaphoreResponses.value(200, SemaphoreResponses.object())
                    : missing();
        }
        return call.is("POST", 3, "disable_all") ? disable(call) : SemaphoreResponses.oops();
    }

    private Reply create(AuthenticatedCall call) {
        var metadata = call.parameters().raw("metadata");
        var name = metadata == null ? null : metadata.get("name");
        if (name == null || name.isNull()) {
            return SemaphoreResponses.string(400, "Name must be provided");
        }
        var type = organization.agentTypes().create(name.asText(), call.now());
        var wire = wire(type);
        wire.withObject("/status").put("registration_token", "simulated-" + organization.newId());
        return SemaphoreResponses.value(200, wire);
    }

    private Reply disable(AuthenticatedCall call) {
        var onlyIdle = call.parameters().raw("only_idle");
        var text = onlyIdle == null ? "true" : onlyIdle.asText();
        if (!text.equals("true") && !text.equals("false")) {
            return SemaphoreResponses.string(400, "Invalid 'only_idle': '" + text + "' is not a boolean.");
        }
        var name = call.path().get(1);
        if (organization.agentTypes().named(name).isEmpty()) {
            return missing();
        }
        organization.agentTypes().disable(name, text.equals("true"));
        return SemaphoreResponses.value(200, SemaphoreResponses.object());
    }

    private static Reply missing() {
        return SemaphoreResponses.string(404, "agent type not found");
    }

    /** Times are numbers here, not strings as in jobs. */
    private static ObjectNode wire(SimulatedAgentType type) {
        var wire = SemaphoreResponses.object();
        wire.putObject("metadata")
                .put("name", type.name())
                .put("create_time", type.createdAt().getEpochSecond())
                .put("update_time", type.updatedAt().getEpochSecond());
        wire.putObject("spec")
                .putObject("agent_name_settings")
                .put("assignment_origin", "assignment_origin_agent")
                .put("release_after", 0)
                .putNull("aws");
        wire.putObject("status").put("total_agent_count", type.total());
        return wire;
    }
}
