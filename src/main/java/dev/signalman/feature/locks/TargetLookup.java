package dev.signalman.feature.locks;

import dev.signalman.command.Refusal;
import dev.signalman.command.Suggestion;
import dev.signalman.domain.DeploymentTarget;
import dev.signalman.domain.Project;
import dev.signalman.semaphore.Semaphore;
import dev.signalman.semaphore.SemaphoreException;
import dev.signalman.semaphore.SemaphoreException.Kind;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Collectors;

/** Finds the deployment targets with a promotion's name. */
final class TargetLookup {
    private final Semaphore semaphore;

    @Inject
    TargetLookup(Semaphore semaphore) {
        this.semaphore = semaphore;
    }

    /**
     * The targets with the promotion's name: one, or several that differ in case alone.
     *
     * @param otherwise what to offer when there is none
     * @throws Refusal when there is none
     */
    List<DeploymentTarget> needed(Project project, String promotion, List<Suggestion> otherwise) {
        var all = all(project, otherwise);
        var key = LockedPromotion.key(promotion);
        var found = all.stream()
                .filter(target -> LockedPromotion.key(target.name()).equals(key))
                .toList();
        if (found.isEmpty()) {
            var there = all.stream().map(DeploymentTarget::name).collect(Collectors.joining(", "));
            throw new Refusal(
                    project.name() + " has no deployment target named \"" + promotion
                            + "\", so Semaphore's web UI can't be locked. "
                            + (there.isEmpty() ? "It has none. " : "It has: " + there + ". ")
                            + "Create one of that name in Semaphore and use it in the promotion. Nothing was changed.",
                    otherwise);
        }
        return found;
    }

    private List<DeploymentTarget> all(Project project, List<Suggestion> otherwise) {
        try {
            return semaphore.deploymentTargets().list(project.id());
        } catch (SemaphoreException failure) {
            if (failure.kind() != Kind.FEATURE_OFF) {
                throw failure;
            }
            throw new Refusal(
                    "Locking Semaphore's web UI needs deployment targets, which this organization doesn't have. Nothing "
                            + "was changed.",
                    otherwise);
        }
    }
}
