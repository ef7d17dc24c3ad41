package dev.signalman.subject;

import dev.signalman.domain.Deployment;
import dev.signalman.domain.DeploymentTarget;
import dev.signalman.semaphore.Semaphore;
import dev.signalman.semaphore.SemaphoreException;
import dev.signalman.semaphore.SemaphoreException.Kind;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Promotions as their project's deployment targets recorded them. Targets record a promotion at once; the list of
 * promotions shows it later, and never shows one that a target rejected after Semaphore had accepted it
 * (docs/semaphore.md, "Promotions").
 */
public final class TargetPromotionHistory {
    private static final Set<Kind> NO_TARGETS = Set.of(Kind.FEATURE_OFF, Kind.NOT_PERMITTED, Kind.NOT_FOUND);

    private static final int MOST_TARGETS = 10;

    private final Semaphore semaphore;

    @Inject
    public TargetPromotionHistory(Semaphore semaphore) {
        this.semaphore = semaphore;
    }

    /**
     * A promotion that a target rejected.
     *
     * @param target name of the deployment target
     * @param words Semaphore's reason; may be empty
     */
    public record Denial(
            String target, String words, @Nullable Instant triggered) {
        /** The target and its reason, as a clause. */
        public String spoken() {
            return "the deployment target " + target + " refused it"
                    + (words.isBlank() ? "" : " (" + words.strip() + ")");
        }
    }

    /**
     * The rejected promotions of one name from a pipeline, newest first per target; empty where the organization has no
     * targets, or hides them.
     *
     * @throws SemaphoreException when they cannot be read now
     */
    public List<Denial> denied(String projectId, String pipelineId, String promotion) {
        return targets(projectId).stream()
                .flatMap(target -> of(target, pipelineId, promotion)
                        .filter(TargetPromotionHistory::rejected)
                        .map(each -> new Denial(target.name(), each.stateMessage(), each.triggered())))
                .toList();
    }

    /**
     * The last promotion of one name, from any pipeline, if a target rejected it. Reads ten targets at most, those that
     * are called like the promotion first.
     *
     * @throws SemaphoreException when they cannot be read now
     */
    public Optional<Denial> deniedLast(String projectId, String promotion) {
        return targets(projectId).stream()
                .sorted(Comparator.comparing(target -> !target.name().equals(promotion)))
                .limit(MOST_TARGETS)
                .flatMap(target -> semaphore.deploymentTargets().history(target.id(), null).items().stream()
                        .filter(each -> each.promotion().equals(promotion) && each.triggered() != null)
                        .map(each -> Map.entry(target, each)))
                .max(Comparator.comparing(
                        each -> Objects.requireNonNull(each.getValue().triggered())))
                .filter(each -> rejected(each.getValue()))
                .map(each -> new Denial(
                        each.getKey().name(),
                        each.getValue().stateMessage(),
                        each.getValue().triggered()));
    }

    private static boolean rejected(Deployment deployment) {
        return deployment.state() == Deployment.State.FAILED && deployment.pipelineId() == null;
    }

    /**
     * Whether a target recorded a promotion from the pipeline since then, whatever its result.
     *
     * @throws SemaphoreException when it cannot be read now
     */
    public boolean took(String projectId, String pipelineId, String promotion, Instant since) {
        return targets(projectId).stream()
                .flatMap(target -> of(target, pipelineId, promotion))
                .map(Deployment::triggered)
                .anyMatch(triggered -> triggered != null && !triggered.isBefore(since));
    }

    private Stream<Deployment> of(DeploymentTarget target, String pipelineId, String promotion) {
        return semaphore.deploymentTargets().history(target.id(), null).items().stream()
                .filter(each -> each.promotedFrom().equals(pipelineId))
                .filter(each -> each.promotion().equals(promotion));
    }

    private List<DeploymentTarget> targets(String projectId) {
        try {
            return semaphore.deploymentTargets().list(projectId);
        } catch (SemaphoreException failure) {
            if (NO_TARGETS.contains(failure.kind())) {
                return List.of();
            }
            throw failure;
        }
    }
}
