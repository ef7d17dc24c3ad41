package dev.signalman.feature.home;

import dev.signalman.domain.Pipeline;
import dev.signalman.domain.Project;
import dev.signalman.semaphore.Pipelines;
import dev.signalman.semaphore.Semaphore;
import dev.signalman.subject.ConfiguredProjects;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The newest pipelines of the configured projects. The parts of a drawing share one call per project. */
final class NewestPipelines {
    private static final int MOST_PROJECTS = 8;
    private static final int ON_A_PAGE = 50;

    private final Semaphore semaphore;
    private final ConfiguredProjects projects;
    private final Map<String, List<Pipeline>> lastRead = new ConcurrentHashMap<>();

    @Inject
    NewestPipelines(Semaphore semaphore, ConfiguredProjects projects) {
        this.semaphore = semaphore;
        this.projects = projects;
    }

    /** The projects that are looked at. */
    List<Project> projects() {
        return projects.first(MOST_PROJECTS);
    }

    /**
     * Reads a project's pipelines, newest first.
     *
     * @throws dev.signalman.semaphore.SemaphoreException when they cannot be read
     */
    List<Pipeline> read(Project project) {
        var newest = Pipelines.Filter.ofProject(project.id()).pageOf(ON_A_PAGE);
        var read = semaphore.pipelines().list(newest, null).items();
        lastRead.put(project.id(), read);
        return read;
    }

    /** What {@link #read} returned last, for a part that stands below the one that reads; empty before. */
    List<Pipeline> lastRead(Project project) {
        return lastRead.getOrDefault(project.id(), List.of());
    }
}
