package dev.signalman.feature.approvals;

import dev.signalman.dispatch.Invocation;
import dev.signalman.dispatch.OpenHomes;
import dev.signalman.dispatch.Outcome;
import jakarta.inject.Inject;

/** Shows whoever decided something at once what came of it on their home tab, in case that is where they did it. */
final class VoterHome {
    private final OpenHomes homes;

    @Inject
    VoterHome(OpenHomes homes) {
        this.homes = homes;
    }

    Outcome after(Outcome decided, Invocation invocation) {
        return homes.redrawn(invocation.actor().userId()).map(decided::then).orElse(decided);
    }
}
