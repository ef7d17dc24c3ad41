package dev.signalman.feature.enforcement;

import dev.signalman.domain.AdmittedSubject;
import dev.signalman.domain.DeploymentTarget;
import dev.signalman.domain.NormalizedName;
import dev.signalman.domain.Project;
import dev.signalman.port.OutsideProtection;
import dev.signalman.ruling.Policies;
import dev.signalman.ruling.Policy;
import dev.signalman.semaphore.SemaphoreException;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads deployment targets to tell whether Semaphore lets only the bot promote, whoever set them up. What is unknown never
 * counts as enforced.
 */
final class TargetProtection implements OutsideProtection {
    private static final Set<String> ONE_ACCOUNT = Set.of("USER", "ROLE");

    private final Supplier<Policies> policies;
    private final EnforcedTargets targets;
    private final BotAccount account;

    @Inject
    TargetProtection(Supplier<Policies> policies, EnforcedTargets targets, BotAccount account) {
        this.policies = policies;
        this.targets = targets;
        this.account = account;
    }

    @Override
    public Protection of(Project project, String promotion) {
        var rules = policies.get();
        var held = rules.of(promotion, project.name()).stream().anyMatch(Policy::gated);
        try {
            var name = NormalizedName.of(promotion);
            var found = targets.of(project).stream()
                    .filter(target -> NormalizedName.of(target.name()).equals(name))
                    .toList();
            return new Protection(enforcement(found, account.under(rules).orElse(null)), held);
        } catch (SemaphoreException silent) {
            return new Protection(Enforcement.UNKNOWN, held);
        }
    }

    /** Several targets are of one promotion only if their names differ in case; then each must admit only the bot. */
    static Enforcement enforcement(List<DeploymentTarget> found, @Nullable AdmittedSubject bot) {
        if (found.isEmpty()) {
            return Enforcement.NO;
        }
        if (bot != null) {
            return found.stream().allMatch(target -> target.access().admitsOnly(bot))
                    ? Enforcement.YES
                    : Enforcement.NO;
        }
        var perhaps = found.stream().allMatch(target -> {
            var subjects = Set.copyOf(target.access().subjects());
            return subjects.size() == 1
                    && ONE_ACCOUNT.contains(subjects.iterator().next().type());
        });
        return perhaps ? Enforcement.UNKNOWN : Enforcement.NO;
    }
}
