package dev.signalman.feature.home;

import dev.signalman.domain.Pipeline;
import dev.signalman.domain.Project;
import dev.signalman.semaphore.Pipelines;
import dev.signalman.semaphore.Semaphore;
import dev.signalman.semaphore.SemaphoreException;
import dev.signalman.subject.ConfiguredProjects;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The newest pipelines of the configured projects. The parts of a drawing share one call per project. */
final class NewestPipelines {
    private static final int MOST_PROJECTS = 8;
    private static final int ON_A_PAGE = 50;

    private final Semaphore semaphore;
    private final ConfiguredProjects projects;
    private final Map<String, Reading> lastRead = new ConcurrentHashMap<>();

    private record Reading(
            List<Pipeline> newestFirst, @Nullable SemaphoreException failure) {}

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
     * @throws SemaphoreException when they cannot be read
     */
    List<Pipeline> read(Project project) {
        var newest = Pipelines.Filter.ofProject(project.id()).pageOf(ON_A_PAGE);
        try {
            var read = semaphore.pipelines().list(newest, null).items();
            lastRead.put(project.id(), new Reading(read, null));
            return read;
        } catch (SemaphoreException failure) {
            lastRead.put(project.id(), new Reading(List.of(), failure));
            throw failure;
        }
    }

    /**
     * What {@link #read} returned last, for a part that stands below the one that reads; empty before.
     *
     * @throws SemaphoreException when it failed last
     */
    List<Pipeline> lastRead(Project project) {
        var reading = lastRead.get(project.id());
        if (reading == null) {
            return List.of();
        }
        if (reading.failure() != null) {
            throw reading.failure();
        }
        return reading.newestFirst();
    }
}
