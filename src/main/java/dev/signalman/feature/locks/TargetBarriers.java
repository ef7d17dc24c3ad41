package dev.signalman.feature.locks;

import dev.signalman.dispatch.Barriers;
import dev.signalman.feature.locks.Barred.State;
import dev.signalman.semaphore.Semaphore;
import dev.signalman.subject.ProjectDirectory;
import jakarta.inject.Inject;

/** Activates deployment targets for whoever broke the glass of a freeze. Their rows stay, so that the rounds close them again. */
final class TargetBarriers implements Barriers {
    private final JdbiBarred barred;
    private final Causes causes;
    private final Semaphore semaphore;
    private final ProjectDirectory projects;

    @Inject
    TargetBarriers(JdbiBarred barred, Causes causes, Semaphore semaphore, ProjectDirectory projects) {
        this.barred = barred;
        this.causes = causes;
        this.semaphore = semaphore;
        this.projects = projects;
    }

    @Override
    public void openFor(String projectId, String promotion) {
        var what = new Locked(projectId, projects.nameOf(projectId), Locked.key(promotion));
        if (Causes.lock(causes.over(what)).isPresent()) {
            return;
        }
        barred.of(what).stream()
                .filter(row -> row.state() == State.CLOSED)
                .forEach(row -> semaphore.deploymentTargets().activate(row.targetId()));
    }
}
