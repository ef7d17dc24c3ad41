package dev.signalman.semaphore.http;

import dev.signalman.domain.AgentType;
import dev.signalman.domain.NewAgentType;
import dev.signalman.domain.Page;
import dev.signalman.domain.SelfHostedAgent;
import dev.signalman.semaphore.AgentTypes;
import feign.Headers;
import feign.Param;
import feign.QueryMap;
import feign.RequestLine;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Agent types over HTTP. */
final class FeignAgentTypes implements AgentTypes {
    private static final int PAGE = 50;

    private final AgentTypesApi api;
    private final ApiCaller apiCaller;

    FeignAgentTypes(AgentTypesApi api, ApiCaller apiCaller) {
        this.api = api;
        this.apiCaller = apiCaller;
    }

    @Override
    public List<AgentType> list() {
        return apiCaller.read("agent_types.list", () -> api.list().toTypes());
    }

    @Override
    public AgentType describe(String name) {
        var part = PathSegment.of(name);
        return apiCaller.read("agent_types.describe", () -> api.describe(part).toType());
    }

    @Override
    public Page<SelfHostedAgent> agents(String name, @Nullable String page) {
        var query = new QueryParameters()
                .with("agent_type", name)
                .with("page_size", PAGE)
                .with("cursor", page)
                .parameters();
        return apiCaller.read("agents.list", () -> api.agents(query).toPage());
    }

    @Override
    public NewAgentType create(String name) {
        Map<String, Object> body = Map.of("metadata", Map.of("name", name));
        return apiCaller.act("agent_types.create", () -> api.create(body).toNewType());
    }

    @Override
    public void delete(String name) {
        var part = PathSegment.of(name);
        apiCaller.act("agent_types.delete", () -> api.delete(part));
    }

    @Override
    public void disableAgents(String name, boolean onlyIdle) {
        var part = PathSegment.of(name);
        apiCaller.act("agent_types.disable_all", () -> api.disableAll(part, Map.of("only_idle", onlyIdle)));
    }

    /** The calls about types of self-hosted agents. */
    interface AgentTypesApi {
        @RequestLine("GET /api/v1alpha/self_hosted_agent_types")
        WireAgentType.Listed list();

        @RequestLine("GET /api/v1alpha/self_hosted_agent_types/{name}")
        WireAgentType describe(@Param("name") String name);

        @RequestLine("GET /api/v1alpha/agents")
        WireAgent.Listed agents(@QueryMap Map<String, Object> query);

        @RequestLine("POST /api/v1alpha/self_hosted_agent_types")
        @Headers("Content-Type: application/json")
        WireAgentType create(Map<String, Object> body);

        @RequestLine("DELETE /api/v1alpha/self_hosted_agent_types/{name}")
        void delete(@Param("name") String name);

        @RequestLine("POST /api/v1alpha/self_hosted_agent_types/{name}/disable_all")
        @Headers("Content-Type: application/json")
        void disableAll(@Param("name") String name, Map<String, Object> body);
    }
}
