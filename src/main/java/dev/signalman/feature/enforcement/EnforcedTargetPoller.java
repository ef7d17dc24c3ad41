package dev.signalman.feature.enforcement;

import dev.signalman.dispatch.ReconcileKey;
import dev.signalman.dispatch.Wake;
import dev.signalman.domain.Actor;
import dev.signalman.domain.DeploymentTarget;
import dev.signalman.domain.Place;
import dev.signalman.domain.Project;
import dev.signalman.feature.enforcement.EnforcedTarget.State;
import dev.signalman.port.Chore;
import dev.signalman.port.Waker;
import dev.signalman.ruling.Policies;
import dev.signalman.ruling.Policy;
import dev.signalman.semaphore.SemaphoreException;
import dev.signalman.subject.ProjectDirectory;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads, every minute, the deployment targets of projects with an enforced rule, one call per project. It wakes the reconciler
 * of each target that is not as it should be.
 */
final class EnforcedTargetPoller implements Chore {
    private static final Logger LOG = LoggerFactory.getLogger(EnforcedTargetPoller.class);

    private final Supplier<Policies> policies;
    private final EnforcedTargetStore store;
    private final EnforcedTargets targets;
    private final BotAccount account;
    private final ProjectDirectory projects;
    private final Waker waker;
    private final InstantSource clock;

    @Inject
    EnforcedTargetPoller(
            Supplier<Policies> policies,
            EnforcedTargetStore store,
            EnforcedTargets targets,
            BotAccount account,
            ProjectDirectory projects,
            Waker waker,
            InstantSource clock) {
        this.policies = policies;
        this.store = store;
        this.targets = targets;
        this.account = account;
        this.projects = projects;
        this.waker = waker;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "enforced-targets";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(1);
    }

    @Override
    public void run() {
        var rules = policies.get();
        var kept = new HashSet<String>();
        if (rules.anyEnforced()) {
            try {
                projects.all().stream()
                        .filter(project -> rules.in(project.name()).stream().anyMatch(Policy::enforced))
                        .forEach(project -> look(rules, project, kept));
            } catch (SemaphoreException away) {
                LOG.info("The projects could not be listed: {}", away.kind());
                return;
            }
        }
        store.all().stream()
                .filter(row -> !kept.contains(row.targetId()) && !kept.contains(row.projectId()))
                .forEach(row -> wake(row.targetId(), Place.NOWHERE));
    }

    private void look(Policies rules, Project project, Set<String> kept) {
        try {
            targets.of(project).stream()
                    .filter(target -> EnforcedTargets.enforced(rules, project.name(), target))
                    .forEach(target -> {
                        kept.add(target.id());
                        var row = store.of(target.id()).orElse(null);
                        if (isDue(rules, project, target, row)) {
                            wake(target.id(), ledgerPlace(rules, project, target));
                        }
                    });
        } catch (SemaphoreException away) {
            kept.add(project.id()); // its rows stay until it can be read
            LOG.info("The deployment targets of {} could not be listed: {}", project.id(), away.kind());
        }
    }

    private boolean isDue(Policies rules, Project project, DeploymentTarget target, @Nullable EnforcedTarget row) {
        if (row == null || row.state() == State.ASKING) {
            return true;
        }
        var bot = account.under(rules).orElse(null);
        var asWanted =
                bot != null && target.access().sameAs(EnforcedTargets.wanted(rules, project.name(), target, bot));
        return asWanted ? row.state() != State.KEPT : row.mayAsk(clock.instant());
    }

    /** The channel whose {@code audit} shows the change. */
    private static Place ledgerPlace(Policies rules, Project project, DeploymentTarget target) {
        return EnforcedTargets.channels(rules, project.name(), target).stream()
                .findFirst()
                .map(Place::channel)
                .orElse(Place.NOWHERE);
    }

    private void wake(String targetId, Place place) {
        waker.wake(Wake.now(ReconcileKey.Kind.ENFORCED_TARGET, targetId, place), Actor.NOBODY);
    }
}
