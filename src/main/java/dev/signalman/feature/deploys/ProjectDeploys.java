package dev.signalman.feature.deploys;

import dev.signalman.domain.GitRef;
import dev.signalman.domain.Pipeline;
import dev.signalman.domain.Project;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The deploys found for a project.
 *
 * @param files pipeline files from which each known promotion starts
 * @param deploys newest first
 * @param targets whether deployment targets could be read too
 */
record ProjectDeploys(
        Project project,
        RecentPipelines recent,
        Map<String, Set<String>> files,
        List<Deploy> deploys,
        boolean targets) {
    /** Known promotions in display order, then others that were seen. */
    List<String> promotions() {
        var names = new LinkedHashSet<>(files.keySet());
        deploys.forEach(deploy -> names.add(deploy.promotion()));
        return List.copyOf(names);
    }

    /** A promotion's deploys, newest first. */
    List<Deploy> through(String promotion) {
        return deploys.stream()
                .filter(deploy -> deploy.promotion().equals(promotion))
                .toList();
    }

    /** The newest deploy that passed. */
    Optional<Deploy> current(String promotion) {
        return through(promotion).stream().filter(Deploy::passed).findFirst();
    }

    /**
     * Pipelines that could follow {@code deploy}: newer, passed, of the same reference and file, with another commit;
     * newest first.
     */
    List<Pipeline> since(Deploy deploy) {
        var deployed = deploy.pipeline();
        if (deployed == null) {
            return List.of();
        }
        var parent = recent.withId(deploy.parentId());
        Predicate<Pipeline> alike = parent.<Predicate<Pipeline>>map(
                        from -> other -> other.file().equals(from.file()))
                .orElse(other -> !other.promoted() && !other.switchId().isEmpty());
        return newerThan(parent.orElse(deployed))
                .filter(Pipeline::passed)
                .filter(other -> other.ref().equals(deployed.ref()))
                .filter(other -> !other.commit().equals(deployed.commit()))
                .filter(alike)
                .toList();
    }

    /** Whether {@link #since} reaches back to {@code deploy}. */
    boolean sees(Deploy deploy) {
        return recent.whole() || recent.withId(deploy.parentId()).isPresent();
    }

    /** The newest passed pipeline of a reference from which a promotion is known to start. */
    Optional<Pipeline> candidate(String promotion, GitRef ref) {
        var from = files.getOrDefault(promotion, Set.of());
        return recent.newestFirst().stream()
                .filter(Pipeline::passed)
                .filter(pipeline -> pipeline.ref().equals(ref) && from.contains(pipeline.file()))
                .findFirst();
    }

    /** How far back the data reaches, in small print. */
    String reach() {
        var untold = targets
                ? ""
                : " Deployment targets are not included: they are off, or the bot's account can't see them.";
        return (recent.reach() + untold).strip();
    }

    private Stream<Pipeline> newerThan(Pipeline pipeline) {
        if (recent.withId(pipeline.id()).isPresent()) {
            return recent.newestFirst().stream().takeWhile(other -> !other.id().equals(pipeline.id()));
        }
        var created = pipeline.times().created();
        return recent.newestFirst().stream()
                .filter(other -> created != null
                        && other.times().created() != null
                        && other.times().created().isAfter(created));
    }
}
