package dev.signalman.feature.locks;

import dev.signalman.dispatch.Outcome;
import dev.signalman.dispatch.ReconcileKey;
import dev.signalman.dispatch.Wake;
import dev.signalman.domain.DeploymentTarget;
import dev.signalman.domain.Place;
import jakarta.inject.Inject;
import java.util.LinkedHashSet;
import java.util.List;

/** Wakes the reconcilers of deployment targets after a lock was set, changed or ended. */
final class TargetReconcileTrigger implements WebHoldStatusReader {
    private final JdbiTargetHolds holds;

    @Inject
    TargetReconcileTrigger(JdbiTargetHolds holds) {
        this.holds = holds;
    }

    /** Adds wakes for the targets that are already on record. */
    Outcome after(Outcome outcome, LockedPromotion what, Place place) {
        return after(outcome, what, List.of(), place);
    }

    /** Adds wakes for those, and for targets that should be held from now on. */
    Outcome after(Outcome outcome, LockedPromotion what, List<DeploymentTarget> targets, Place place) {
        var ids = new LinkedHashSet<String>();
        targets.forEach(target -> ids.add(target.id()));
        holds.of(what).forEach(row -> ids.add(row.targetId()));
        var followed = outcome;
        for (var id : ids) {
            followed = followed.waking(Wake.now(ReconcileKey.Kind.TARGET, id, place));
        }
        return followed;
    }

    @Override
    public WebHoldStatus webHoldOf(LockedPromotion what) {
        return WebHoldStatus.of(holds.of(what));
    }
}
