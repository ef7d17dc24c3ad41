package dev.signalman.semaphore.http;

import feign.Param;
import feign.QueryMap;
import feign.RequestLine;
import java.util.Map;

/** API calls for projects. */
interface ProjectsApi {
    @RequestLine("GET /api/v1alpha/projects")
    ListResponse<WireProject> list(@QueryMap Map<String, Object> query);

    @RequestLine("GET /api/v1alpha/projects/{name}")
    WireProject describe(@Param("name") String name);

    @RequestLine("GET /api/v1alpha/projects/{id}/members")
    WireMembers members(@Param("id") String id);
}
