package dev.signalman.feature.locks;

import dev.signalman.feature.locks.TargetHold.State;
import dev.signalman.port.TargetReactivation;
import dev.signalman.semaphore.Semaphore;
import dev.signalman.subject.ProjectDirectory;
import jakarta.inject.Inject;

/**
 * Activates deployment targets for a person who broke the glass of a freeze. Their rows stay, so the next round
 * deactivates them again.
 */
final class HeldTargetReactivation implements TargetReactivation {
    private final JdbiTargetHolds holds;
    private final TargetHoldReasons reasons;
    private final Semaphore semaphore;
    private final ProjectDirectory projects;

    @Inject
    HeldTargetReactivation(
            JdbiTargetHolds holds, TargetHoldReasons reasons, Semaphore semaphore, ProjectDirectory projects) {
        this.holds = holds;
        this.reasons = reasons;
        this.semaphore = semaphore;
        this.projects = projects;
    }

    @Override
    public void reactivateFor(String projectId, String promotion) {
        var what = new LockedPromotion(projectId, projects.nameOf(projectId), LockedPromotion.key(promotion));
        if (TargetHoldReasons.lock(reasons.over(what)).isPresent()) {
            return;
        }
        holds.of(what).stream()
                .filter(row -> row.state() == State.CLOSED)
                .forEach(row -> semaphore.deploymentTargets().activate(row.targetId()));
    }
}
