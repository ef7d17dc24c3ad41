package dev.signalman.subject;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import dev.signalman.command.Cited;
import dev.signalman.command.Command;
import dev.signalman.command.Refusal;
import dev.signalman.command.Suggestion;
import dev.signalman.domain.Nearest;
import dev.signalman.domain.Project;
import dev.signalman.semaphore.Semaphore;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The projects that the token sees, by name and by id, read anew every half minute at most. */
public final class ProjectDirectory {
    private static final Duration KEPT = Duration.ofSeconds(30);

    private final LoadingCache<String, List<Project>> projects;

    /** Nothing is read before somebody asks. */
    @Inject
    public ProjectDirectory(Semaphore semaphore, InstantSource clock) {
        this.projects = Caffeine.newBuilder()
                .expireAfterWrite(KEPT)
                .ticker(() -> Duration.between(Instant.EPOCH, clock.instant()).toNanos())
                .build(all -> semaphore.projects().list());
    }

    /** All of them, in the order of their names. */
    public List<Project> all() {
        return projects.get("all");
    }

    /**
     * The project of that name.
     *
     * @param instead what would have been meant with another name, for the suggestions
     * @throws Refusal when there is none, with the nearest names
     */
    public Project named(String name, Function<String, ? extends Command> instead) {
        return find(name).orElseThrow(() -> unknown(name, instead));
    }

    /** The project of that name, if the token sees it. */
    public Optional<Project> find(String name) {
        return all().stream().filter(project -> project.name().equals(name)).findFirst();
    }

    /** The name of a project, or its id when the token does not see it. */
    public String nameOf(String projectId) {
        return withId(projectId).map(Project::name).orElse(projectId);
    }

    /** The project of that id, if the token sees it. */
    public Optional<Project> withId(String id) {
        return all().stream().filter(project -> project.id().equals(id)).findFirst();
    }

    private Refusal unknown(String name, Function<String, ? extends Command> instead) {
        var names = all().stream().map(Project::name).toList();
        if (names.isEmpty()) {
            return new Refusal("My token sees no project at all, so not " + Cited.of(name)
                    + " either. Add its owner to the project in Semaphore, as a member who may run it.");
        }
        var nearest = Nearest.of(name, names, 3);
        List<Suggestion> suggestions = nearest.stream()
                .map(near -> new Suggestion(near, instead.apply(near)))
                .toList();
        return new Refusal(
                "There is no project " + Cited.of(name) + ", or my token may not see it."
                        + (nearest.isEmpty() ? " Say \"projects\" to see those that it sees." : ""),
                suggestions);
    }
}
