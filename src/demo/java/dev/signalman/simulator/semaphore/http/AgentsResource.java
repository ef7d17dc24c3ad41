package dev.signalman.simulator.semaphore.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalman.simulator.semaphore.Organization;
import dev.signalman.simulator.semaphore.SimulatedAgent;
import dev.signalman.simulator.semaphore.SimulatedAgentType;
import dev.signalman.web.Reply;
import java.util.List;

/** {@code /agents}: the connected agents of a type, or of all types. */
final class AgentsResource implements ApiResource {
    private static final int LEAST = 5;
    private static final int MOST = 200;

    private final Organization organization;

    AgentsResource(Organization organization) {
        this.organization = organization;
    }

    @Override
    public Reply answer(AuthenticatedCall call) {
        if (!call.user().managesAgents()) {
            return SemaphoreResponses.permissionDenied();
        }
        return call.is("GET", 1) ? list(call) : SemaphoreResponses.oops();
    }

    /** A cursor is the first agent's time in milliseconds. */
    private Reply list(AuthenticatedCall call) {
        var asked = call.parameters().text("page_size");
        if (!asked.matches("[0-9]{0,6}")) {
            return SemaphoreResponses.string(
                    400, "Invalid value of 'page_size' param: \"" + asked + "\" - needs to be integer.");
        }
        int size = asked.isEmpty() ? MOST : Integer.parseInt(asked);
        if (size < LEAST || size > MOST) {
            return SemaphoreResponses.string(
                    400,
                    "page size of " + size + " is invalid: must be greater than 0 and between " + LEAST + "-" + MOST);
        }
        var cursor = call.parameters().text("cursor");
        long from = cursor.isEmpty() ? Long.MIN_VALUE : Long.parseLong(cursor);
        var type = call.parameters().text("agent_type");
        var answer = SemaphoreResponses.object();
        var agents = answer.putArray("agents");
        var next = "";
        for (var each : organization.agentTypes().all()) {
            for (var agent : type.isEmpty() || each.name().equals(type) ? each.agents() : List.<SimulatedAgent>of()) {
                if (agent.connectedAt().toEpochMilli() >= from && next.isEmpty()) {
                    if (agents.size() == size) {
                        next = Long.toString(agent.connectedAt().toEpochMilli());
                    } else {
                        agents.add(wire(each, agent));
                    }
                }
            }
        }
        answer.put("cursor", next);
        return SemaphoreResponses.value(200, answer);
    }

    private static ObjectNode wire(SimulatedAgentType type, SimulatedAgent agent) {
        var wire = SemaphoreResponses.object();
        var metadata = wire.putObject("metadata")
                .put("name", agent.name())
                .put("type", type.name())
                .put("connected_at", agent.connectedAt().getEpochSecond())
                .put("version", agent.version())
                .put("os", "Ubuntu 24.04")
                .put("arch", "x86_64")
                .put("hostname", agent.hostname())
                .put("ip_address", "10.0.0.7")
                .put("pid", 4711);
        if (agent.disabledAt() != null) {
            metadata.put("disabled_at", agent.disabledAt().getEpochSecond());
        }
        wire.putObject("status").put("state", agent.busy() ? "running_job" : "waiting_for_job");
        return wire;
    }
}
