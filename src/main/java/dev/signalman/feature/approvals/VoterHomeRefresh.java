package dev.signalman.feature.approvals;

import dev.signalman.dispatch.Invocation;
import dev.signalman.dispatch.OpenHomeTabs;
import dev.signalman.dispatch.Outcome;
import jakarta.inject.Inject;

/** Shows whoever decided something at once what came of it on their home tab, in case that is where they did it. */
final class VoterHomeRefresh {
    private final OpenHomeTabs homes;

    @Inject
    VoterHomeRefresh(OpenHomeTabs homes) {
        this.homes = homes;
    }

    Outcome after(Outcome decided, Invocation invocation) {
        return homes.redrawn(invocation.actor().userId()).map(decided::then).orElse(decided);
    }
}
