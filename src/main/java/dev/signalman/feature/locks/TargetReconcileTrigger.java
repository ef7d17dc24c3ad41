package dev.signalman.feature.locks;

import dev.signalman.dispatch.Outcome;
import dev.signalman.dispatch.ReconcileKey;
import dev.signalman.dispatch.Wake;
import dev.signalman.domain.DeploymentTarget;
import dev.signalman.domain.Place;
import jakarta.inject.Inject;
import java.util.LinkedHashSet;
import java.util.List;

/** Has deployment targets looked at once a lock came, changed or went. */
final class TargetReconcileTrigger {
    private final JdbiTargetHolds holds;

    @Inject
    TargetReconcileTrigger(JdbiTargetHolds holds) {
        this.holds = holds;
    }

    /** The outcome, followed by a look at whatever locks or freezes hold there already. */
    Outcome after(Outcome outcome, LockedPromotion what, Place place) {
        return after(outcome, what, List.of(), place);
    }

    /** The same, and by a look at targets that shall be held from now on. */
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

    /** How a promotion stands on Semaphore's web. */
    WebBinding bound(LockedPromotion what) {
        return WebBinding.of(holds.of(what));
    }
}
