package dev.signalman.semaphore.http;

import feign.Headers;
import feign.Param;
import feign.RequestLine;
import java.util.Map;

/** API calls for agent types. */
interface AgentTypesApi {
    @RequestLine("GET /api/v1alpha/self_hosted_agent_types")
    WireAgentType.Listed list();

    @RequestLine("GET /api/v1alpha/self_hosted_agent_types/{name}")
    WireAgentType describe(@Param("name") String name);

    @RequestLine("POST /api/v1alpha/self_hosted_agent_types")
    @Headers("Content-Type: application/json")
    WireAgentType create(Map<String, Object> body);

    @RequestLine("DELETE /api/v1alpha/self_hosted_agent_types/{name}")
    void delete(@Param("name") String name);

    @RequestLine("POST /api/v1alpha/self_hosted_agent_types/{name}/disable_all")
    @Headers("Content-Type: application/json")
    void disableAll(@Param("name") String name, Map<String, Object> body);
}
