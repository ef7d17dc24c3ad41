package dev.signalman.feature.deploys;

import dev.signalman.domain.Deployment;
import dev.signalman.domain.Pipeline;
import dev.signalman.domain.Project;
import dev.signalman.semaphore.Semaphore;
import dev.signalman.semaphore.SemaphoreException;
import dev.signalman.semaphore.SemaphoreException.Kind;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds deploys in the histories of deployment targets, the last ten of each. */
final class TargetDeploys {
    private static final int MOST_TARGETS = 10;
    private static final int MOST_READ = 20;
    private static final Set<Kind> NONE_HERE = EnumSet.of(Kind.FEATURE_OFF, Kind.NOT_PERMITTED, Kind.NOT_FOUND);

    private final Semaphore semaphore;
    private final PromoterNames promoterNames;

    @Inject
    TargetDeploys(Semaphore semaphore, PromoterNames promoterNames) {
        this.semaphore = semaphore;
        this.promoterNames = promoterNames;
    }

    /** A project's deploys; empty when there are no targets to ask. */
    Optional<List<Deploy>> of(Project project, RecentPipelines recent) {
        List<Deployment> deployments;
        try {
            deployments = semaphore.deploymentTargets().list(project.id()).stream()
                    .limit(MOST_TARGETS)
                    .flatMap(target -> semaphore.deploymentTargets().history(target.id(), null).items().stream())
                    .toList();
        } catch (SemaphoreException failure) {
            if (NONE_HERE.contains(failure.kind())) {
                return Optional.empty();
            }
            throw failure;
        }
        var deploys = new ArrayList<Deploy>();
        int read = 0;
        for (var deployment : deployments) {
            var listed = recent.withId(deployment.pipelineId()).orElse(null);
            var id = deployment.pipelineId();
            if (listed == null && id != null && read < MOST_READ) {
                read++;
                listed = describe(id);
            }
            deploys.add(deploy(deployment, listed));
        }
        return Optional.of(deploys);
    }

    private @Nullable Pipeline describe(String pipelineId) {
        try {
            return semaphore.pipelines().describe(pipelineId);
        } catch (SemaphoreException failure) {
            if (failure.kind() == Kind.NOT_FOUND) {
                return null;
            }
            throw failure;
        }
    }

    private Deploy deploy(Deployment deployment, @Nullable Pipeline pipeline) {
        return new Deploy(
                deployment.promotion(),
                deployment.promotedFrom(),
                deployment.triggered(),
                promoterNames.of(deployment.triggeredBy(), deployment.pipelineId(), pipeline),
                pipeline,
                switch (deployment.state()) {
                    case FAILED -> "couldn't start";
                    case PENDING -> "is in progress";
                    case STARTED, UNKNOWN -> "was deployed, result unknown";
                });
    }
}
