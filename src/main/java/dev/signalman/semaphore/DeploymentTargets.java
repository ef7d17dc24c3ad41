package dev.signalman.semaphore;

import dev.signalman.domain.Deployment;
import dev.signalman.domain.DeploymentTarget;
import dev.signalman.domain.Page;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Deployment targets; an organisation without the feature is told apart by kind {@code FEATURE_OFF}. */
public interface DeploymentTargets {
    /** The targets of a project. */
    List<DeploymentTarget> list(String projectId);

    /** Reads one. */
    DeploymentTarget describe(String targetId);

    /** Its deployments, newest first, ten a page. */
    Page<Deployment> history(String targetId, @Nullable String page);

    /** Allows deploys to it. */
    void activate(String targetId);

    /** Forbids deploys to it. */
    void deactivate(String targetId);
}
