package dev.signalman.semaphore.http;

import static dev.signalman.semaphore.http.WireMapping.list;
import static dev.signalman.semaphore.http.WireMapping.needed;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signalman.domain.AgentType;
import dev.signalman.domain.NewAgentType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An agent type in the API's JSON. */
record WireAgentType(@Nullable Metadata metadata, @Nullable Status status) {
    record Metadata(
            @Nullable String name,
            @Nullable JsonNode createTime,
            @Nullable JsonNode updateTime) {}

    record Status(
            @Nullable Integer totalAgentCount, @Nullable String registrationToken) {
        @Override
        public String toString() {
            return "Status[" + totalAgentCount + "]";
        }
    }

    record Listed(@Nullable List<@Nullable WireAgentType> agentTypes) {
        List<AgentType> toTypes() {
            return list(needed(agentTypes, "agent_types")).stream()
                    .map(WireAgentType::toType)
                    .toList();
        }
    }

    AgentType toType() {
        var named = needed(metadata, "metadata");
        int agents = status == null || status.totalAgentCount() == null ? 0 : status.totalAgentCount();
        return new AgentType(
                needed(named.name(), "metadata.name"),
                agents,
                WireTime.read(named.createTime()),
                WireTime.read(named.updateTime()));
    }

    NewAgentType toNewType() {
        var token = needed(status, "status").registrationToken();
        return new NewAgentType(toType(), needed(token, "status.registration_token"));
    }
}
