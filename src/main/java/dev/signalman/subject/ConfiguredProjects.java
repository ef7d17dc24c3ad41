package dev.signalman.subject;

import dev.signalman.domain.Project;
import jakarta.inject.Inject;
import java.util.List;
import java.util.function.Supplier;

/** The projects that the configuration names, or all that the token sees if it names none. */
public final class ConfiguredProjects {
    private final ProjectDirectory projects;
    private final Supplier<ProjectSettings> settings;

    @Inject
    ConfiguredProjects(ProjectDirectory projects, Supplier<ProjectSettings> settings) {
        this.projects = projects;
        this.settings = settings;
    }

    /**
     * At most {@code most} of them.
     *
     * @throws dev.signalman.semaphore.SemaphoreException when the projects cannot be read
     */
    public List<Project> first(int most) {
        var all = projects.all();
        var named = all.stream()
                .filter(project -> settings.get().byName().containsKey(project.name()))
                .toList();
        return (named.isEmpty() ? all : named).stream().limit(most).toList();
    }
}
