package dev.signalman.feature.pipelines;

import dev.signalman.command.Promote;
import dev.signalman.command.Subject;
import dev.signalman.dispatch.Outcome;
import dev.signalman.dispatch.PollIntervals;
import dev.signalman.dispatch.ReconcileKey;
import dev.signalman.dispatch.ReconcileResult;
import dev.signalman.dispatch.Reconciler;
import dev.signalman.dispatch.Wake;
import dev.signalman.domain.EnvVar;
import dev.signalman.domain.Pipeline;
import dev.signalman.domain.Promotion;
import dev.signalman.feature.pipelines.LastGoodDeploys.LastGood;
import dev.signalman.semaphore.Semaphore;
import dev.signalman.semaphore.SemaphoreException;
import dev.signalman.subject.ProjectDirectory;
import dev.signalman.subject.Shipments;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Finds what to go back to after a deploy failed, and redraws its cards, which then offer to. After a deploy passed, the
 * cards of the promotion's earlier failures offer it no longer.
 */
final class LastGoodReconciler implements Reconciler {
    private static final int MOST_FAILURES = 5;

    private final Semaphore semaphore;
    private final ProjectDirectory projects;
    private final Shipments shipments;
    private final LastGoodDeploys lastGood;
    private final PollIntervals intervals;

    @Inject
    LastGoodReconciler(
            Semaphore semaphore,
            ProjectDirectory projects,
            Shipments shipments,
            LastGoodDeploys lastGood,
            PollIntervals intervals) {
        this.semaphore = semaphore;
        this.projects = projects;
        this.shipments = shipments;
        this.lastGood = lastGood;
        this.intervals = intervals;
    }

    @Override
    public ReconcileKey.Kind kind() {
        return ReconcileKey.Kind.LAST_GOOD;
    }

    @Override
    public ReconcileResult reconcile(ReconcileKey key) {
        try {
            var deploy = semaphore.pipelines().describe(key.id());
            return new ReconcileResult.Over(
                    deploy.passed()
                            ? superseding(deploy)
                            : find(deploy)
                                    .map(good -> Outcome.nothing()
                                            .with(lastGood.remember(deploy, good))
                                            .waking(Wake.cards(deploy.id())))
                                    .orElseGet(Outcome::nothing));
        } catch (SemaphoreException failure) {
            return key.failures() >= MOST_FAILURES
                    ? new ReconcileResult.Over() // the card offers no way back
                    : new ReconcileResult.Failed(intervals.afterFailures(key.failures()));
        }
    }

    private Outcome superseding(Pipeline passed) {
        var outcome = Outcome.nothing();
        var offered = lastGood.offered(passed.projectId());
        var promotion = offered.isEmpty() ? Optional.<String>empty() : promotion(passed);
        if (promotion.isEmpty()) {
            return outcome;
        }
        for (var failed : offered.entrySet()) {
            if (failed.getValue().equals(promotion.get())) {
                outcome = outcome.with(lastGood.superseded(failed.getKey())).waking(Wake.cards(failed.getKey()));
            }
        }
        return outcome;
    }

    private Optional<LastGood> find(Pipeline failed) {
        var project = projects.withId(failed.projectId());
        var promotion = promotion(failed);
        if (!failed.failed() || project.isEmpty() || promotion.isEmpty()) {
            return Optional.empty();
        }
        return shipments
                .lastGood(project.get(), promotion.get(), failed)
                .map(good -> new LastGood(
                        new Promote(
                                promotion.get(),
                                Subject.pipeline(good.parentId()),
                                parameters(semaphore
                                        .pipelines()
                                        .describe(good.deploy().id())),
                                false,
                                true,
                                null),
                        good.deploy().commit(),
                        good.at()));
    }

    /** The promotion's name, which a promoted pipeline does not have; for a rebuild, that of the rebuilt deploy. */
    private Optional<String> promotion(Pipeline deploy) {
        var parent = deploy.promotionOf();
        if (parent == null) {
            return Optional.empty();
        }
        var id = deploy.rebuildOf() == null ? deploy.id() : deploy.rebuildOf();
        return semaphore.promotions().list(parent, null, null).items().stream()
                .filter(each -> id.equals(each.pipelineId()))
                .map(Promotion::name)
                .findFirst();
    }

    /** Semaphore returns an omitted optional parameter with an empty value. */
    private static Map<String, String> parameters(Pipeline deploy) {
        var parameters = new LinkedHashMap<String, String>();
        for (EnvVar given : deploy.environment()) {
            if (!given.value().isBlank()) {
                parameters.put(given.name(), given.value());
            }
        }
        return parameters;
    }
}
