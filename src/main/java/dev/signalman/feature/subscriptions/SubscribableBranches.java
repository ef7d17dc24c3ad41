package dev.signalman.feature.subscriptions;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import dev.signalman.card.FormOption;
import dev.signalman.domain.GitRef;
import dev.signalman.domain.Project;
import dev.signalman.domain.Workflow;
import dev.signalman.semaphore.Semaphore;
import dev.signalman.semaphore.Workflows;
import dev.signalman.subject.ProjectDirectory;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Options for the menus of a subscription: projects, and references with recent workflows. Semaphore has no list of
 * branches, so they come from the newest hundred workflows, cached for half a minute.
 */
final class SubscribableBranches {
    private static final Duration KEPT = Duration.ofSeconds(30);
    private static final int WORKFLOWS = 100;

    private final ProjectDirectory projects;
    private final LoadingCache<String, List<GitRef>> seen;

    @Inject
    SubscribableBranches(Semaphore semaphore, ProjectDirectory projects, InstantSource clock) {
        this.projects = projects;
        this.seen = Caffeine.newBuilder()
                .expireAfterWrite(KEPT)
                .maximumSize(100)
                .ticker(() -> Duration.between(Instant.EPOCH, clock.instant()).toNanos())
                .build(project ->
                        semaphore
                                .workflows()
                                .list(Workflows.Filter.ofProject(project).pageOf(WORKFLOWS), null)
                                .items()
                                .stream()
                                .map(Workflow::ref)
                                .distinct()
                                .toList());
    }

    /** Projects whose names contain the typed text, those that start with it first. */
    List<FormOption> projects(String typed) {
        return projects.all().stream()
                .map(Project::name)
                .filter(name -> holds(name, typed))
                .sorted(Comparator.comparing((String name) -> !lower(name).startsWith(lower(typed)))
                        .thenComparing(Comparator.naturalOrder()))
                .map(FormOption::of)
                .toList();
    }

    /**
     * References of a project that contain the typed text, the most recent first. The typed text itself comes before
     * them, since it may be a pattern.
     *
     * @param project null if none is chosen yet
     */
    List<FormOption> of(@Nullable String project, String typed) {
        var refs = project == null
                ? List.<GitRef>of()
                : projects.find(project).map(Project::id).map(seen::get).orElse(List.of());
        var formOptions = new ArrayList<FormOption>();
        if (!typed.isEmpty() && refs.stream().noneMatch(ref -> ref.branchName().equals(typed))) {
            formOptions.add(new FormOption(typed + " (" + kind(typed) + ")", typed));
        }
        refs.stream()
                .filter(ref -> holds(ref.branchName(), typed) || holds(ref.spoken(), typed))
                .map(ref -> new FormOption(ref.spoken(), ref.branchName()))
                .forEach(formOptions::add);
        return formOptions;
    }

    private static String kind(String typed) {
        if (typed.startsWith("/")) {
            return "a regular expression";
        }
        return typed.contains("*") || typed.contains("?") ? "a pattern" : "as typed";
    }

    private static boolean holds(String name, String typed) {
        return lower(name).contains(lower(typed));
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
