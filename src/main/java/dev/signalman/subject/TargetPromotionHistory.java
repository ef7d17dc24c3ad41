package dev.signalman.subject;

import dev.signalman.domain.Deployment;
import dev.signalman.domain.DeploymentTarget;
import dev.signalman.semaphore.Semaphore;
import dev.signalman.semaphore.SemaphoreException;
import dev.signalman.semaphore.SemaphoreException.Kind;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Promotions as the deployment targets of their project recorded them: at once, while the list of promotions has them later, and never
 * those that a target turned away after Semaphore had taken them (docs/semaphore.md, "Promotions").
 */
public final class TargetPromotionHistory {
    private static final Set<Kind> NO_TARGETS = Set.of(Kind.FEATURE_OFF, Kind.NOT_PERMITTED, Kind.NOT_FOUND);

    private final Semaphore semaphore;

    /** Nothing is read before somebody asks. */
    @Inject
    public TargetPromotionHistory(Semaphore semaphore) {
        this.semaphore = semaphore;
    }

    /**
     * A promotion that was turned away.
     *
     * @param target the name of the deployment target
     * @param words what it says, as Semaphore writes it; may be empty
     */
    public record Denial(
            String target, String words, @Nullable Instant triggered) {
        /** Who turned it away and why, as a clause. */
        public String spoken() {
            return "the deployment target " + target + " turned it away"
                    + (words.isBlank() ? "" : " (" + words.strip() + ")");
        }
    }

    /**
     * Those of a promotion from a pipeline that were turned away, the newest first of each target; none where the organisation has no targets, or hides them.
     *
     * @throws SemaphoreException when it cannot be read now
     */
    public List<Denial> denied(String projectId, String pipelineId, String promotion) {
        return targets(projectId).stream()
                .flatMap(target -> of(target, pipelineId, promotion)
                        .filter(each -> each.state() == Deployment.State.FAILED && each.pipelineId() == null)
                        .map(each -> new Denial(target.name(), each.stateMessage(), each.triggered())))
                .toList();
    }

    /**
     * Whether a target recorded a promotion from a pipeline since then, however that ended.
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
