package dev.signalman.feature.locks;

import dev.signalman.dispatch.DeployBarriers;
import dev.signalman.feature.locks.TargetHold.State;
import dev.signalman.semaphore.Semaphore;
import dev.signalman.subject.ProjectDirectory;
import jakarta.inject.Inject;

/**
 * Activates deployment targets for a person who broke the glass of a freeze. Their rows stay, so the next round
 * deactivates them again.
 */
final class DeploymentTargetBarriers implements DeployBarriers {
    private final JdbiTargetHolds barred;
    private final TargetHoldReasons targetHoldReasons;
    private final Semaphore semaphore;
    private final ProjectDirectory projects;

    @Inject
    DeploymentTargetBarriers(
            JdbiTargetHolds barred,
            TargetHoldReasons targetHoldReasons,
            Semaphore semaphore,
            ProjectDirectory projects) {
        this.barred = barred;
        this.targetHoldReasons = targetHoldReasons;
        this.semaphore = semaphore;
        this.projects = projects;
    }

    @Override
    public void openFor(String projectId, String promotion) {
        var what = new LockedPromotion(projectId, projects.nameOf(projectId), LockedPromotion.key(promotion));
        if (TargetHoldReasons.lock(targetHoldReasons.over(what)).isPresent()) {
            return;
        }
        barred.of(what).stream()
                .filter(row -> row.state() == State.CLOSED)
                .forEach(row -> semaphore.deploymentTargets().activate(row.targetId()));
    }
}
