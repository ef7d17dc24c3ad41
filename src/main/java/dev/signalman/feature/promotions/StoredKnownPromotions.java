package dev.signalman.feature.promotions;

import dev.signalman.dispatch.RowChange;
import dev.signalman.domain.CaseInsensitiveName;
import dev.signalman.domain.NormalizedName;
import dev.signalman.domain.Pipeline;
import dev.signalman.domain.Project;
import dev.signalman.port.KnownPromotions;
import dev.signalman.ruling.Policies;
import dev.signalman.ruling.Policy;
import dev.signalman.subject.ProjectSettings;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;

/**
 * Collects the known promotions: those listed in the configuration, those named exactly by rules, those in the table
 * {@code known_promotion}, and those of deployment targets. The table is filled from recent pipelines when a project is
 * first seen.
 */
final class StoredKnownPromotions implements KnownPromotions {
    private final Jdbi jdbi;
    private final Supplier<ProjectSettings> settings;
    private final Supplier<Policies> rules;
    private final RecentTargetPromotions targets;
    private final RecentPromotions recent;

    @Inject
    StoredKnownPromotions(
            Jdbi jdbi,
            Supplier<ProjectSettings> settings,
            Supplier<Policies> rules,
            RecentTargetPromotions targets,
            RecentPromotions recent) {
        this.jdbi = jdbi;
        this.settings = settings;
        this.rules = rules;
        this.targets = targets;
        this.recent = recent;
    }

    @Override
    public List<String> from(Project project, Pipeline pipeline) {
        if (pipeline.switchId().isEmpty()) {
            return List.of();
        }
        recent.meet(project.id());
        return named(project, remembered(project.id(), pipeline.file())).stream()
                .filter(name -> maySayNothingOrName(configuredFiles(project, name), pipeline.file()))
                .toList();
    }

    @Override
    public List<String> in(Project project) {
        recent.meet(project.id());
        return named(project, remembered(project.id()));
    }

    @Override
    public void seek(Project project, String promotion) {
        recent.meet(project.id());
        if (!seen(project).contains(promotion) && !listed(project).contains(promotion)) {
            recent.seek(project.id());
        }
    }

    @Override
    public String spelled(Project project, String said) {
        return CaseInsensitiveName.of(said, seen(project))
                .or(() -> CaseInsensitiveName.of(said, in(project)))
                .orElse(said);
    }

    /** Names that promotions of the project were seen to have. */
    private List<String> seen(Project project) {
        var names = new ArrayList<>(remembered(project.id()));
        names.addAll(targets.of(project.id()));
        return names;
    }

    private List<String> listed(Project project) {
        return settings.get().of(project.name()).promotions();
    }

    /** Joins all sources. A rule adds its name only if no other source has an equal one. */
    private List<String> named(Project project, List<String> seen) {
        var names = new LinkedHashSet<>(listed(project));
        names.addAll(seen);
        names.addAll(targets.of(project.id()));
        var plain = names.stream().map(NormalizedName::of).collect(Collectors.toSet());
        rules.get().in(project.name()).stream()
                .filter(Policy::exact)
                .map(Policy::name)
                .filter(name -> plain.add(NormalizedName.of(name)))
                .forEach(names::add);
        return List.copyOf(names);
    }

    @Override
    public Set<String> filesOf(Project project, String promotion) {
        var files = new TreeSet<>(configuredFiles(project, promotion));
        files.addAll(jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT file FROM known_promotion WHERE project_id = :project AND name = :name")
                .bind("project", project.id())
                .bind("name", promotion)
                .mapTo(String.class)
                .list()));
        return files;
    }

    @Override
    public RowChange seen(Pipeline pipeline, List<String> names) {
        return handle -> RecentPromotions.note(handle, pipeline.projectId(), pipeline.file(), names);
    }

    private Set<String> configuredFiles(Project project, String promotion) {
        var files = new TreeSet<String>();
        rules.get().of(promotion, project.name()).stream().map(Policy::from).forEach(files::addAll);
        return files;
    }

    private static boolean maySayNothingOrName(Set<String> files, String file) {
        return files.isEmpty() || files.contains(file);
    }

    private List<String> remembered(String projectId) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT name FROM known_promotion WHERE project_id = :project GROUP BY name ORDER BY MIN(place), name")
                .bind("project", projectId)
                .mapTo(String.class)
                .list());
    }

    private List<String> remembered(String projectId, String file) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT name FROM known_promotion WHERE project_id = :project AND file = :file ORDER BY place, name")
                .bind("project", projectId)
                .bind("file", file)
                .mapTo(String.class)
                .list());
    }
}
