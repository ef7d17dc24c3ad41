package dev.signalman.feature.locks;

import dev.signalman.dispatch.ReconcileKey;
import dev.signalman.dispatch.Wake;
import dev.signalman.domain.Actor;
import dev.signalman.domain.DeploymentTarget;
import dev.signalman.domain.Place;
import dev.signalman.domain.Project;
import dev.signalman.port.Chore;
import dev.signalman.port.Waker;
import dev.signalman.semaphore.Semaphore;
import dev.signalman.semaphore.SemaphoreException;
import dev.signalman.subject.ProjectDirectory;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads, every minute, the deployment targets that locks and freezes hold or held, one call per project. It wakes the
 * reconciler of each target that is not as it should be: because a freeze begins or ends, somebody activated it on the
 * web, or a bot died midway.
 */
final class TargetPoller implements Chore {
    private static final Logger LOG = LoggerFactory.getLogger(TargetPoller.class);

    private final JdbiTargetHolds holds;
    private final TargetHoldReasons reasons;
    private final Semaphore semaphore;
    private final ProjectDirectory projects;
    private final Waker waker;
    private final InstantSource clock;

    @Inject
    TargetPoller(
            JdbiTargetHolds holds,
            TargetHoldReasons reasons,
            Semaphore semaphore,
            ProjectDirectory projects,
            Waker waker,
            InstantSource clock) {
        this.holds = holds;
        this.reasons = reasons;
        this.semaphore = semaphore;
        this.projects = projects;
        this.waker = waker;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "deployment-targets";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(1);
    }

    @Override
    public void run() {
        try {
            var rows = holds.all();
            var locked = new LinkedHashSet<String>();
            reasons.locks().forEach(held -> locked.add(held.what().projectId()));
            rows.forEach(row -> locked.add(row.what().projectId()));
            if (reasons.anyFrozen()) {
                projects.all().stream().filter(reasons::frozen).map(Project::id).forEach(locked::add);
            }
            locked.forEach(this::look);
        } catch (SemaphoreException away) {
            LOG.info("The projects could not be listed: {}", away.kind());
        }
    }

    private void look(String projectId) {
        var seen = new HashSet<String>();
        try {
            semaphore.deploymentTargets().list(projectId).forEach(target -> look(target, seen));
        } catch (SemaphoreException away) {
            LOG.info("The deployment targets of {} could not be listed: {}", projectId, away.kind());
            return;
        }
        holds.all().stream()
                .filter(row -> row.what().projectId().equals(projectId) && !seen.contains(row.targetId()))
                .forEach(row -> wake(row.targetId(), Actor.NOBODY, Place.channel("")));
    }

    private void look(DeploymentTarget target, Set<String> seen) {
        seen.add(target.id());
        var what = new LockedPromotion(
                target.projectId(), projects.nameOf(target.projectId()), LockedPromotion.key(target.name()));
        var wanted = reasons.over(what);
        var known = holds.of(target.id()).orElse(null);
        var targetAction = TargetAction.of(
                known == null ? null : known.state(),
                target.cordoned(),
                !wanted.isEmpty(),
                known == null || known.mayAsk(clock.instant()));
        if ((known != null && known.asking()) || targetAction != TargetAction.REST) {
            var held = TargetHoldReasons.lock(wanted).orElse(null);
            if (held == null) {
                wake(target.id(), Actor.NOBODY, Place.channel(""));
            } else {
                var holder = new Actor(held.holder().userId(), held.holder().name(), null);
                wake(target.id(), holder, held.place());
            }
        }
    }

    private void wake(String targetId, Actor by, Place place) {
        waker.wake(Wake.now(ReconcileKey.Kind.TARGET, targetId, place), by);
    }
}
