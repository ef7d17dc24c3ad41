package dev.signalman.feature.pipelines;

import dev.signalman.command.Notice;
import dev.signalman.command.Observe;
import dev.signalman.command.Refresh;
import dev.signalman.dispatch.FollowUp;
import dev.signalman.dispatch.Look;
import dev.signalman.dispatch.Looker;
import dev.signalman.dispatch.Outcome;
import dev.signalman.dispatch.Patience;
import dev.signalman.dispatch.Watched;
import dev.signalman.dispatch.Watches;
import dev.signalman.domain.Place;
import dev.signalman.semaphore.SemaphoreException;
import jakarta.inject.Inject;
import java.util.List;

/**
 * Looks for what came of a project's watched pipelines elsewhere: promotions, rebuilds, reruns on the web or by other clients. It
 * costs one list a look, whatever the number of pipelines and channels. Their cards show it as a line; a promoted pipeline gets a card
 * in their threads, except where the channel's subscriptions say what of the project is shown.
 */
final class ProjectLooker implements Looker {
    private static final Place NOWHERE = Place.channel("");

    private final Watches watches;
    private final Relatives relatives;
    private final Offspring offspring;
    private final OpenThreads threads;
    private final Patience patience;

    @Inject
    ProjectLooker(Watches watches, Relatives relatives, Offspring offspring, OpenThreads threads, Patience patience) {
        this.watches = watches;
        this.relatives = relatives;
        this.offspring = offspring;
        this.threads = threads;
        this.patience = patience;
    }

    @Override
    public Watched.Kind kind() {
        return Watched.Kind.PROJECT;
    }

    @Override
    public Look at(Watched watched) {
        var members = watches.of(watched.id());
        if (members.isEmpty()) {
            return new Look.Over();
        }
        try {
            var mark = FamilyMark.read(watched.seen(), watched.since());
            var found = relatives.since(watched.id(), mark, members);
            var outcome = outcome(watched.id(), found.all());
            return new Look.Changed(mark.after(found.newest()).toString(), outcome, patience.betweenProjects(), false);
        } catch (SemaphoreException failure) {
            return new Look.Failed(patience.betweenProjects());
        }
    }

    private Outcome outcome(String projectId, List<Relatives.Relative> found) {
        var outcome = Outcome.nothing();
        for (var relative : found) {
            if (!offspring.of(relative.parentId()).contains(relative.child())) {
                outcome = outcome.with(offspring.remember(relative.parentId(), relative.child()))
                        .then(shown(projectId, relative));
                if (relative.child().kind() == Offspring.Kind.PROMOTED) {
                    outcome = outcome.then(
                            FollowUp.now(new Notice(relative.child().target()), NOWHERE));
                }
            }
        }
        return outcome;
    }

    /** A promoted pipeline whose card comes has its parent's cards drawn anew, too. */
    private FollowUp shown(String projectId, Relatives.Relative relative) {
        var open = relative.child().kind() == Offspring.Kind.PROMOTED
                ? threads.channels(projectId, relative.parentId())
                : List.<String>of();
        return open.isEmpty()
                ? FollowUp.now(new Refresh(relative.parentId()), NOWHERE)
                : FollowUp.now(new Observe(relative.child().target(), null, "", 0), Place.channel(open.get(0)));
    }
}
