package dev.signalman.subject;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import dev.signalman.command.Command;
import dev.signalman.command.QuotedText;
import dev.signalman.command.Refusal;
import dev.signalman.command.Subject;
import dev.signalman.command.Suggestion;
import dev.signalman.domain.NearestName;
import dev.signalman.domain.Project;
import dev.signalman.semaphore.Semaphore;
import dev.signalman.semaphore.SemaphoreException;
import dev.signalman.semaphore.SemaphoreException.Kind;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The projects that the token sees, by name and by id, read anew every half minute at most; and when somebody names one that is
 * not among them, since it may have been made a moment ago, or the list lacks it (docs/semaphore.md, "Projects").
 */
public final class ProjectDirectory {
    private static final Duration KEPT = Duration.ofSeconds(30);

    /** Names that do not exist cost no more than one list in that time, however many people mistype. */
    private static final Duration FRESH = Duration.ofSeconds(2);

    private static final int MOST_UNLISTED = 1_000;
    private static final String ALL = "all";

    private final Semaphore semaphore;
    private final LoadingCache<String, Reading> readings;

    /** By their names: those that the list lacked when somebody named them. */
    private final Cache<String, Project> unlisted;

    private final InstantSource clock;

    private record Reading(List<Project> projects, Instant at) {}

    /** Nothing is read before somebody asks. */
    @Inject
    public ProjectDirectory(Semaphore semaphore, InstantSource clock) {
        this.semaphore = semaphore;
        this.clock = clock;
        this.unlisted = Caffeine.newBuilder()
                .expireAfterWrite(KEPT)
                .maximumSize(MOST_UNLISTED)
                .ticker(() -> Duration.between(Instant.EPOCH, clock.instant()).toNanos())
                .build();
        this.readings = Caffeine.newBuilder()
                .expireAfterWrite(KEPT)
                .ticker(() -> Duration.between(Instant.EPOCH, clock.instant()).toNanos())
                .build(all -> new Reading(semaphore.projects().list(), clock.instant()));
    }

    /**
     * All of them. That there are none is believed for two seconds only, since Semaphore also says so when it
     * could not find out (docs/semaphore.md, "Projects").
     */
    public List<Project> all() {
        var reading = readings.get(ALL);
        if (reading.projects().isEmpty() && !reading.at().plus(FRESH).isAfter(clock.instant())) {
            readings.invalidate(ALL);
            reading = readings.get(ALL);
        }
        return withUnlisted(reading.projects());
    }

    private List<Project> withUnlisted(List<Project> listed) {
        var ids = listed.stream().map(Project::id).collect(Collectors.toSet());
        var others = unlisted.asMap().values().stream()
                .filter(project -> !ids.contains(project.id()))
                .toList();
        return others.isEmpty()
                ? listed
                : Stream.concat(listed.stream(), others.stream()).toList();
    }

    /**
     * The project of that name.
     *
     * @param instead what would have been meant with another name, for the suggestions
     * @throws Refusal when there is none, with the nearest names
     */
    public Project named(String name, Function<String, ? extends Command> instead) {
        return find(name).or(() -> findAnew(name)).or(() -> described(name)).orElseThrow(() -> unknown(name, instead));
    }

    private Optional<Project> findAnew(String name) {
        if (readings.get(ALL).at().plus(FRESH).isAfter(clock.instant())) {
            return Optional.empty();
        }
        readings.invalidate(ALL);
        return find(name);
    }

    /** The list has no order and may lack some over its pages; one that is asked for by name is found all the same. */
    private Optional<Project> described(String name) {
        try {
            var project = semaphore.projects().describe(name);
            unlisted.put(project.name(), project);
            return project.name().equals(name) ? Optional.of(project) : Optional.empty();
        } catch (SemaphoreException failure) {
            if (failure.kind() == Kind.NOT_FOUND || failure.kind() == Kind.NOT_PERMITTED) {
                return Optional.empty();
            }
            throw failure;
        }
    }

    /** What stands in quotes is one name; when no project has that very name, an at sign in it parts project and branch all the same. */
    public Subject.Newest parted(Subject.Newest said) {
        int at = said.project().indexOf('@');
        var parts = said.branch() == null && at > 0 && at < said.project().length() - 1;
        return parts && find(said.project()).isEmpty()
                ? new Subject.Newest(
                        said.noun(),
                        said.project().substring(0, at),
                        said.project().substring(at + 1))
                : said;
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
            return new Refusal("Semaphore shows me no project at all, so not " + QuotedText.of(name)
                    + " either. It also does so while it cannot tell what my token may see: try again in a minute. If that does not"
                    + " help, add the token's owner to the project in Semaphore, as a member who may run it.");
        }
        var nearest = NearestName.of(name, names, 3);
        List<Suggestion> suggestions = nearest.stream()
                .map(near -> new Suggestion(near, instead.apply(near)))
                .toList();
        return new Refusal(
                "There is no project " + QuotedText.of(name) + ", or my token may not see it."
                        + (nearest.isEmpty() ? " Say \"projects\" to see those that it sees." : ""),
                suggestions);
    }
}
