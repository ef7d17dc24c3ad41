package dev.signalman.feature.promotions;

import dev.signalman.domain.Project;
import dev.signalman.ruling.Policies;
import dev.signalman.ruling.RuledProjectNames;
import dev.signalman.subject.ProjectDirectory;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Binds the project names in the rules to ids, in the table {@code ruled_project}. A name is bound when its project is
 * first seen, released when no rule has it any more, and bound again when its project is gone.
 */
final class JdbiRuledProjectNames implements RuledProjectNames {
    private final Jdbi jdbi;
    private final Supplier<Policies> policies;
    private final ProjectDirectory projects;

    @Inject
    JdbiRuledProjectNames(Jdbi jdbi, Supplier<Policies> policies, ProjectDirectory projects) {
        this.jdbi = jdbi;
        this.policies = policies;
        this.projects = projects;
    }

    @Override
    public Naming of(String projectId, String name) {
        return bound().entrySet().stream()
                .filter(each ->
                        each.getValue().equals(projectId) && !each.getKey().equals(name))
                .map(each -> new Naming(each.getKey(), true))
                .min((one, other) -> one.name().compareTo(other.name()))
                .orElseGet(() -> Naming.plain(name));
    }

    @Override
    public Set<String> missing() {
        var there = projects.all();
        var ids = there.stream().map(Project::id).collect(Collectors.toSet());
        var names = there.stream().map(Project::name).collect(Collectors.toSet());
        var bound = bound();
        return policies.get().projects().stream()
                .filter(name -> !names.contains(name) && !ids.contains(bound.getOrDefault(name, "")))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Reads the bound names; binds none. */
    static Map<String, String> bound(Jdbi jdbi) {
        return jdbi.withHandle(JdbiRuledProjectNames::read);
    }

    /** The id for each name in the rules, after binding new names. */
    private Map<String, String> bound() {
        var named = policies.get().projects();
        if (named.isEmpty()) {
            return Map.of();
        }
        var there = projects.all();
        var before = jdbi.withHandle(JdbiRuledProjectNames::read);
        if (settled(before, named, there)) {
            return before;
        }
        return jdbi.inTransaction(handle -> {
            settle(handle, read(handle), named, there);
            return read(handle);
        });
    }

    private static boolean settled(Map<String, String> bound, Set<String> named, List<Project> there) {
        return named.containsAll(bound.keySet())
                && there.stream()
                        .filter(project -> named.contains(project.name()))
                        .allMatch(project -> bound.containsKey(project.name())
                                && (bound.get(project.name()).equals(project.id())
                                        || isThere(bound.get(project.name()), there)));
    }

    private static void settle(Handle handle, Map<String, String> bound, Set<String> named, List<Project> there) {
        var gone = new HashSet<>(bound.keySet());
        gone.removeAll(named);
        gone.forEach(name -> forget(handle, name));
        for (var project : there) {
            var id = bound.get(project.name());
            if (!named.contains(project.name()) || (id != null && isThere(id, there))) {
                continue;
            }
            if (id != null) {
                handle.createUpdate("DELETE FROM ruled_project WHERE name = :name AND project_id = :id")
                        .bind("name", project.name())
                        .bind("id", id)
                        .execute();
            }
            handle.createUpdate(
                            "INSERT INTO ruled_project (name, project_id) VALUES (:name, :id) ON CONFLICT DO NOTHING")
                    .bind("name", project.name())
                    .bind("id", project.id())
                    .execute();
        }
    }

    private static void forget(Handle handle, String name) {
        handle.createUpdate("DELETE FROM ruled_project WHERE name = :name")
                .bind("name", name)
                .execute();
    }

    private static boolean isThere(String id, List<Project> there) {
        return there.stream().anyMatch(project -> project.id().equals(id));
    }

    private static Map<String, String> read(Handle handle) {
        var bound = new HashMap<String, String>();
        handle.createQuery("SELECT name, project_id FROM ruled_project")
                .map((row, context) -> Map.entry(row.getString("name"), row.getString("project_id")))
                .forEach(each -> bound.put(each.getKey(), each.getValue()));
        return bound;
    }
}
