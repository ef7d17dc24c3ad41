package dev.signalman.feature.pipelines;

import dev.signalman.dispatch.Outcome;
import dev.signalman.dispatch.PollIntervals;
import dev.signalman.dispatch.ReconcileKey;
import dev.signalman.dispatch.ReconcileResult;
import dev.signalman.dispatch.Reconciler;
import dev.signalman.dispatch.Wake;
import dev.signalman.domain.Place;
import dev.signalman.port.Watches;
import dev.signalman.semaphore.SemaphoreException;
import jakarta.inject.Inject;
import java.util.List;

/**
 * Finds promotions, rebuilds and reruns of a project's watched pipelines that were made on the web or by other clients.
 * Each run reads one list, however many pipelines and channels there are. The parent's cards show each find as a line.
 * A promoted pipeline gets a card in the parent's threads, except in channels that subscribe to the project.
 */
final class ProjectReconciler implements Reconciler {
    private final Watches watches;
    private final DownstreamFinder finder;
    private final DownstreamPipelines downstream;
    private final PromotedPipelineThreads threads;
    private final PollIntervals intervals;

    @Inject
    ProjectReconciler(
            Watches watches,
            DownstreamFinder finder,
            DownstreamPipelines downstream,
            PromotedPipelineThreads threads,
            PollIntervals intervals) {
        this.watches = watches;
        this.finder = finder;
        this.downstream = downstream;
        this.threads = threads;
        this.intervals = intervals;
    }

    @Override
    public ReconcileKey.Kind kind() {
        return ReconcileKey.Kind.PROJECT;
    }

    @Override
    public ReconcileResult reconcile(ReconcileKey key) {
        var members = watches.of(key.id());
        if (members.isEmpty()) {
            return new ReconcileResult.Over();
        }
        try {
            var mark = DownstreamCursor.read(key.seen(), key.since());
            var found = finder.since(key.id(), mark, members);
            var outcome = outcome(key.id(), found.all());
            return new ReconcileResult.Changed(
                    mark.after(found.newest()).toString(), outcome, intervals.forProjects(), false);
        } catch (SemaphoreException failure) {
            return new ReconcileResult.Failed(intervals.forProjects());
        }
    }

    private Outcome outcome(String projectId, List<DownstreamFinder.Relative> found) {
        var outcome = Outcome.nothing();
        for (var relative : found) {
            if (!downstream.of(relative.parentId()).contains(relative.child())) {
                outcome = outcome.with(downstream.remember(relative.parentId(), relative.child()))
                        .waking(shown(projectId, relative));
                if (relative.child().kind() == DownstreamPipelines.Kind.PROMOTED) {
                    outcome = outcome.waking(Wake.now(
                            ReconcileKey.Kind.PROMOTED_PIPELINE,
                            relative.child().target(),
                            Place.NOWHERE));
                }
            }
        }
        return outcome;
    }

    /** The wake for a find. The card of a promoted pipeline also redraws its parent's cards. */
    private Wake shown(String projectId, DownstreamFinder.Relative relative) {
        var open = relative.child().kind() == DownstreamPipelines.Kind.PROMOTED
                ? threads.channels(projectId, relative.parentId())
                : List.<String>of();
        return open.isEmpty()
                ? Wake.cards(relative.parentId())
                : Wake.card(relative.child().target(), Place.channel(open.get(0)), "");
    }
}
