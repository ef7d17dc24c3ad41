package dev.signalman.feature.approvals;

import dev.signalman.dispatch.Invocation;
import dev.signalman.dispatch.OpenHomeTabs;
import dev.signalman.dispatch.Outcome;
import jakarta.inject.Inject;

/** Refreshes the home tab of a person who just decided something, in case they did it there. */
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
