package dev.signalman.feature.enforcement;

import dev.signalman.domain.AdmittedSubject;
import dev.signalman.domain.DeploymentTarget;
import dev.signalman.domain.Project;
import dev.signalman.domain.RefPattern;
import dev.signalman.domain.TargetAccess;
import dev.signalman.ruling.Policies;
import dev.signalman.ruling.Policy;
import dev.signalman.semaphore.Semaphore;
import dev.signalman.semaphore.SemaphoreException;
import dev.signalman.semaphore.SemaphoreException.Kind;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Stream;

/** Reads the deployment targets of projects, and tells what rules want of them. */
final class EnforcedTargets {
    private final Semaphore semaphore;

    @Inject
    EnforcedTargets(Semaphore semaphore) {
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

    /** What a target should admit: one subject, from the branches of the rules. */
    static TargetAccess wanted(Policies policies, String project, DeploymentTarget target, AdmittedSubject subject) {
        return TargetAccess.only(subject, branches(policies, project, target));
    }

    /**
     * The branches of the first enforced rule that names some; none for any. The bot judges by all rules, so where several name
     * branches the target may be wider than they are together.
     */
    static List<RefPattern> branches(Policies policies, String project, DeploymentTarget target) {
        return policies.of(target.name(), project).stream()
                .filter(Policy::enforced)
                .map(Policy::branches)
                .filter(each -> !each.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    /** The channels that the enforced rules of a target name. */
    static List<String> channels(Policies policies, String project, DeploymentTarget target) {
        return policies.of(target.name(), project).stream()
                .filter(Policy::enforced)
                .map(policy -> policy.approvals().channel())
                .flatMap(Stream::ofNullable)
                .distinct()
                .toList();
    }
}
