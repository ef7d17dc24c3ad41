package dev.signalman.feature.outofband;

import dev.signalman.domain.Project;
import dev.signalman.port.RuledProjects;
import dev.signalman.ruling.Policies;
import dev.signalman.ruling.RuledProjectNames;
import dev.signalman.subject.ProjectDirectory;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Lists the projects that a policy covers. */
final class RuledByPolicies implements RuledProjects {
    private final Supplier<Policies> policies;
    private final RuledProjectNames names;
    private final ProjectDirectory projects;

    @Inject
    RuledByPolicies(Supplier<Policies> policies, RuledProjectNames names, ProjectDirectory projects) {
        this.policies = policies;
        this.names = names;
        this.projects = projects;
    }

    @Override
    public Set<String> ids() {
        var rules = policies.get();
        if (rules.all().isEmpty()) {
            return Set.of();
        }
        return projects.all().stream()
                .filter(project -> !rules.in(names.of(project).name()).isEmpty())
                .map(Project::id)
                .collect(Collectors.toSet());
    }
}
