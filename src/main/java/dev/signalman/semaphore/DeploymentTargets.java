package dev.signalman.semaphore;

import dev.signalman.domain.Deployment;
import dev.signalman.domain.DeploymentTarget;
import dev.signalman.domain.Page;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The deployment targets of a project. An organisation without the feature fails with kind {@code FEATURE_OFF}. */
public interface DeploymentTargets {
    List<DeploymentTarget> list(String projectId);

    DeploymentTarget describe(String targetId);

    /** A target's deployments, newest first, ten per page. */
    Page<Deployment> history(String targetId, @Nullable String page);

    void activate(String targetId);

    void deactivate(String targetId);
}
