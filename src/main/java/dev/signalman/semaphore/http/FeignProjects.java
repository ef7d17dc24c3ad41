package dev.signalman.semaphore.http;

import dev.signalman.domain.Member;
import dev.signalman.domain.Project;
import dev.signalman.semaphore.Projects;
import java.util.ArrayList;
import java.util.List;

/** Projects over HTTP. */
final class FeignProjects implements Projects {
    private static final int LAST_PAGE = 100;

    private final ProjectsApi api;
    private final Calls calls;

    FeignProjects(ProjectsApi api, Calls calls) {
        this.api = api;
        this.calls = calls;
    }

    @Override
    public List<Project> list() {
        var all = new ArrayList<Project>();
        for (int page = 1; page <= LAST_PAGE; page++) {
            var query = new Query().page(new PageNumber(page)).parameters();
            var listing = calls.read("projects.list", () -> {
                var answer = api.list(query);
                return new Part(answer.map(WireProject::toProject), answer.hasMore());
            });
            all.addAll(listing.projects());
            if (!listing.more()) {
                break;
            }
        }
        return List.copyOf(all);
    }

    @Override
    public Project describe(String name) {
        var part = PathPart.of(name);
        return calls.read("projects.describe", () -> api.describe(part).toProject());
    }

    @Override
    public List<Member> members(String projectId) {
        var id = PathPart.of(projectId);
        return calls.read("projects.members", () -> api.members(id).toMembers());
    }

    private record Part(List<Project> projects, boolean more) {}
}
