package dev.signalman.semaphore.http;

import dev.signalman.domain.Member;
import dev.signalman.domain.Project;
import dev.signalman.semaphore.Projects;
import feign.Param;
import feign.QueryMap;
import feign.RequestLine;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Projects over HTTP. */
final class FeignProjects implements Projects {
    private static final int LAST_PAGE = 100;
    private static final int MOST_ROUNDS = 3;

    private final ProjectsApi api;
    private final ApiCaller apiCaller;

    FeignProjects(ProjectsApi api, ApiCaller apiCaller) {
        this.api = api;
        this.apiCaller = apiCaller;
    }

    /**
     * The list has no order, so across pages some projects may appear twice and others not at all. Then it is read
     * again (docs/semaphore.md, "Projects").
     */
    @Override
    public List<Project> list() {
        var known = new LinkedHashMap<String, Project>();
        boolean repeated = true;
        for (int round = 0; repeated && round < MOST_ROUNDS; round++) {
            var listed = listedOnce();
            listed.forEach(project -> known.put(project.id(), project));
            repeated = listed.stream().map(Project::id).distinct().count() < listed.size();
        }
        return List.copyOf(known.values());
    }

    private List<Project> listedOnce() {
        var all = new ArrayList<Project>();
        for (int page = 1; page <= LAST_PAGE; page++) {
            var query = new QueryParameters().page(new PageNumber(page)).parameters();
            var listing = apiCaller.read("projects.list", () -> {
                var answer = api.list(query);
                return new Part(answer.map(WireProject::toProject), answer.hasMore());
            });
            all.addAll(listing.projects());
            if (!listing.more()) {
                break;
            }
        }
        return all;
    }

    @Override
    public Project describe(String name) {
        var part = PathSegment.of(name);
        return apiCaller.read("projects.describe", () -> api.describe(part).toProject());
    }

    @Override
    public List<Member> members(String projectId) {
        var id = PathSegment.of(projectId);
        return apiCaller.read("projects.members", () -> api.members(id).toMembers());
    }

    private record Part(List<Project> projects, boolean more) {}

    /** The calls about projects. */
    interface ProjectsApi {
        @RequestLine("GET /api/v1alpha/projects")
        ListResponse<WireProject> list(@QueryMap Map<String, Object> query);

        @RequestLine("GET /api/v1alpha/projects/{name}")
        WireProject describe(@Param("name") String name);

        @RequestLine("GET /api/v1alpha/projects/{id}/members")
        WireMembers members(@Param("id") String id);
    }
}
