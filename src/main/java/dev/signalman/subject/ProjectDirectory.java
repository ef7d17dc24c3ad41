package dev.signalman.subject;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import dev.signalman.command.Command;
import dev.signalman.command.QuotedText;
import dev.signalman.command.Refusal;
import dev.signalman.command.Subject;
import dev.signalman.command.Suggestion;
import dev.signalman.domain.CaseInsensitiveName;
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
 * The visible projects by name and id, cached for half a minute. An unknown name causes a fresh read: the project may
 * be new, or missing in the list (docs/semaphore.md, "Projects").
 */
public final class ProjectDirectory {
    private static final Duration KEPT = Duration.ofSeconds(30);

    /** Minimum time between fresh reads, so mistyped names cost at most one list in that time. */
    private static final Duration FRESH = Duration.ofSeconds(2);

    private static final int MOST_UNLISTED = 1_000;
    private static final String ALL = "all";

    private final Semaphore semaphore;
    private final LoadingCache<String, Reading> readings;

    /** Projects by name that somebody named and the list lacked. */
    private final Cache<String, Project> unlisted;

    /** Ids for which the list was read anew, in vain unless they were new. */
    private final Cache<String, Instant> unknownIds;

    private final InstantSource clock;

    private record Reading(List<Project> projects, Instant at) {}

    @Inject
    public ProjectDirectory(Semaphore semaphore, InstantSource clock) {
        this.semaphore = semaphore;
        this.clock = clock;
        this.unlisted = Caffeine.newBuilder()
                .expireAfterWrite(KEPT)
                .maximumSize(MOST_UNLISTED)
                .ticker(() -> Duration.between(Instant.EPOCH, clock.instant()).toNanos())
                .build();
        this.unknownIds = Caffeine.newBuilder()
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
     * All visible projects. An empty list is trusted for two seconds only, since Semaphore also returns one when it
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
     * The project with this name.
     *
     * @param instead makes the corrected command for a suggestion
     * @throws Refusal when there is none, with the nearest names
     */
    public Project named(String name, Function<String, ? extends Command> instead) {
        return find(name).or(() -> findAnew(name)).or(() -> described(name)).orElseThrow(() -> unknown(name, instead));
    }

    /**
     * The project with this name, or the only one whose name differs in case alone. The exact name wins, even if the
     * list lacks it.
     *
     * @param instead makes the corrected command for a suggestion
     * @throws Refusal when there is none, with the nearest names, or when several differ in case alone
     */
    public Project meant(String name, Function<String, ? extends Command> instead) {
        var exact = find(name).or(() -> findAnew(name)).or(() -> described(name));
        return exact.isPresent() ? exact.get() : like(name, instead).orElseThrow(() -> unknown(name, instead));
    }

    private Optional<Project> like(String name, Function<String, ? extends Command> instead) {
        var like = CaseInsensitiveName.all(name, names());
        if (like.size() > 1) {
            throw new Refusal(
                    "Which project? Several are named " + QuotedText.of(name) + " in different case.",
                    like.stream()
                            .map(real -> new Suggestion(real, instead.apply(real)))
                            .toList());
        }
        return like.stream().findFirst().flatMap(this::find);
    }

    /** The listed project with this name, or the only one whose name differs in case alone. */
    public Optional<Project> listed(String name) {
        return CaseInsensitiveName.of(name, names()).flatMap(this::find);
    }

    private List<String> names() {
        return all().stream().map(Project::name).toList();
    }

    private Optional<Project> findAnew(String name) {
        if (justRead()) {
            return Optional.empty();
        }
        readings.invalidate(ALL);
        return find(name);
    }

    private boolean justRead() {
        return readings.get(ALL).at().plus(FRESH).isAfter(clock.instant());
    }

    /** Reads a project directly: the list has no order and can miss projects between pages. */
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

    /** Splits a quoted name at its at sign into project and branch, unless a project has exactly that name. */
    public Subject.Newest parted(Subject.Newest said) {
        int at = said.project().indexOf('@');
        var parts = said.branch() == null && at > 0 && at < said.project().length() - 1;
        return parts && CaseInsensitiveName.all(said.project(), names()).isEmpty()
                ? new Subject.Newest(
                        said.noun(),
                        said.project().substring(0, at),
                        said.project().substring(at + 1))
                : said;
    }

    public Optional<Project> find(String name) {
        return all().stream().filter(project -> project.name().equals(name)).findFirst();
    }

    /** A project's name, or its id when the token does not see it. */
    public String nameOf(String projectId) {
        return withId(projectId).map(Project::name).orElse(projectId);
    }

    /** The project with this id. An unknown id causes one fresh read in half a minute, since the project may be new. */
    public Optional<Project> withId(String id) {
        return listedWithId(id).or(() -> withIdAnew(id));
    }

    private Optional<Project> listedWithId(String id) {
        return all().stream().filter(project -> project.id().equals(id)).findFirst();
    }

    private Optional<Project> withIdAnew(String id) {
        if (justRead() || unknownIds.asMap().putIfAbsent(id, clock.instant()) != null) {
            return Optional.empty();
        }
        readings.invalidate(ALL);
        return listedWithId(id);
    }

    private Refusal unknown(String name, Function<String, ? extends Command> instead) {
        var names = names();
        if (names.isEmpty()) {
            return new Refusal("Semaphore shows me no projects, so I can't find " + QuotedText.of(name)
                    + ". Try again in a minute. If that doesn't help, add the bot's account to the project in "
                    + "Semaphore, with a role that can run it.");
        }
        var nearest = NearestName.of(name, names, 3);
        List<Suggestion> suggestions = nearest.stream()
                .map(near -> new Suggestion(near, instead.apply(near)))
                .toList();
        return new Refusal(
                "I can't find project " + QuotedText.of(name) + "."
                        + (nearest.isEmpty() ? " /semaphore projects lists the ones I can see." : ""),
                suggestions);
    }
}
