package dev.signalman.feature.enforcement;

import dev.signalman.domain.AdmittedSubject;
import dev.signalman.domain.DeploymentTarget;
import dev.signalman.domain.Project;
import dev.signalman.domain.TargetAccess;
import dev.signalman.ruling.Policies;
import dev.signalman.ruling.Policy;
import dev.signalman.semaphore.Semaphore;
import dev.signalman.semaphore.SemaphoreException;
import dev.signalman.semaphore.SemaphoreException.Kind;
import jakarta.inject.Inject;
import java.util.List;

/** Reads the deployment targets of projects, and tells what rules want of them. */
final class RuledTargets {
    private final Semaphore semaphore;

    @Inject
    RuledTargets(Semaphore semaphore) {
        this.semaphore = semaphore;
    }

    /**
     * The deployment targets of a project; none where the organization has no such feature.
     *
     * @throws SemaphoreException when Semaphore does not say
     */
    List<DeploymentTarget> of(Project project) {
        try {
            return semaphore.deploymentTargets().list(project.id());
        } catch (SemaphoreException failure) {
            if (failure.kind() != Kind.FEATURE_OFF) {
                throw failure;
            }
            return List.of();
        }
    }

    /** Whether a rule with {@code enforce: target} is about this target. */
    static boolean enforced(Policies policies, String project, DeploymentTarget target) {
        return policies.of(target.name(), project).stream().anyMatch(Policy::enforced);
    }

    /**
     * What a target should admit: one subject, and the branches of the first enforced rule that names some. The bot judges by
     * all rules, so where several name branches the target is no narrower than they are.
     */
    static TargetAccess wanted(Policies policies, String project, DeploymentTarget target, AdmittedSubject subject) {
        var branches = policies.of(target.name(), project).stream()
                .filter(Policy::enforced)
                .map(Policy::branches)
                .filter(each -> !each.isEmpty())
                .findFirst()
                .orElse(List.of());
        return TargetAccess.only(subject, branches);
    }
}
