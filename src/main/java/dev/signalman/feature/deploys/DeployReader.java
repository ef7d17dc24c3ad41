package dev.signalman.feature.deploys;

import dev.signalman.domain.Project;
import dev.signalman.port.KnownPromotions;
import dev.signalman.semaphore.Pages;
import dev.signalman.semaphore.Pipelines;
import dev.signalman.semaphore.Semaphore;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Collects a project's deploys from Semaphore, with a bounded number of calls, and from the bot's records. */
final class DeployReader {
    private static final int MOST_PAGES = 3;
    private static final int ON_A_PAGE = 100;

    private final Semaphore semaphore;
    private final KnownPromotions known;
    private final TargetDeploys targets;
    private final PromotedDeploys promoted;
    private final RecordedDeploys own;
    private final PromoterNames promoterNames;
    private final InstantSource clock;

    @Inject
    DeployReader(
            Semaphore semaphore,
            KnownPromotions known,
            TargetDeploys targets,
            PromotedDeploys promoted,
            RecordedDeploys own,
            PromoterNames promoterNames,
            InstantSource clock) {
        this.semaphore = semaphore;
        this.known = known;
        this.targets = targets;
        this.promoted = promoted;
        this.own = own;
        this.promoterNames = promoterNames;
        this.clock = clock;
    }

    /** Collects the deploys; {@code promotion} null for every promotion. */
    ProjectDeploys read(Project project, @Nullable String promotion) {
        var recent = recent(project);
        Map<String, Set<String>> files = new LinkedHashMap<>();
        recent.newestOfFiles()
                .forEach((file, newest) -> known.from(project, newest)
                        .forEach(name -> files.computeIfAbsent(name, first -> new LinkedHashSet<>())
                                .add(file)));
        var byTargets = targets.of(project, recent);
        var all = new ArrayList<>(byTargets.orElse(List.of()));
        if (!covered(all, promotion, files.keySet())) {
            add(promoted.of(recent, promotion), all);
        }
        own.complete(project, promotion, recent, all);
        addRebuilds(recent, all);
        all.sort(Deploy.NEWEST_FIRST);
        return new ProjectDeploys(project, recent, files, all, byTargets.isPresent());
    }

    private RecentPipelines recent(Project project) {
        var filter = Pipelines.Filter.ofProject(project.id()).pageOf(ON_A_PAGE);
        var read = Pages.read(MOST_PAGES, page -> semaphore.pipelines().list(filter, page));
        return new RecentPipelines(read.items(), read.whole(), clock.instant());
    }

    private static boolean covered(List<Deploy> deploys, @Nullable String promotion, Set<String> names) {
        var wanted = promotion == null ? names : Set.of(promotion);
        var found = deploys.stream().map(Deploy::promotion).distinct().toList();
        return !found.isEmpty() && found.containsAll(wanted);
    }

    private static void add(List<Deploy> more, List<Deploy> all) {
        for (var deploy : more) {
            if (deploy.pipeline() == null || find(deploy.pipeline().id(), all).isEmpty()) {
                all.add(deploy);
            }
        }
    }

    /** Adds rebuilds, which are deploys too, oldest first since a rebuild may be rebuilt. */
    private void addRebuilds(RecentPipelines recent, List<Deploy> all) {
        for (int i = recent.newestFirst().size() - 1; i >= 0; i--) {
            var rebuild = recent.newestFirst().get(i);
            if (rebuild.rebuildOf() != null && find(rebuild.id(), all).isEmpty()) {
                find(rebuild.rebuildOf(), all)
                        .map(before -> new Deploy(
                                before.promotion(),
                                before.parentId(),
                                rebuild.times().created(),
                                promoterNames.of("", rebuild.id(), rebuild),
                                rebuild,
                                ""))
                        .ifPresent(all::add);
            }
        }
    }

    private static Optional<Deploy> find(String pipelineId, List<Deploy> among) {
        return among.stream()
                .filter(deploy ->
                        deploy.pipeline() != null && deploy.pipeline().id().equals(pipelineId))
                .findFirst();
    }
}
