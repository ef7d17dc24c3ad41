package dev.signalman.feature.home;

import dev.signalman.command.ShowHome;
import dev.signalman.dispatch.Handler;
import dev.signalman.dispatch.Invocation;
import dev.signalman.dispatch.Outcome;
import dev.signalman.dispatch.ReconcileKey;
import dev.signalman.dispatch.Wake;
import jakarta.inject.Inject;
import java.time.InstantSource;

/** Has the home tab drawn when its owner opens it. */
final class HomeHandler implements Handler<ShowHome> {
    private final InstantSource clock;

    @Inject
    HomeHandler(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public Outcome handle(ShowHome command, Invocation invocation) {
        return Outcome.nothing()
                .waking(Wake.now(
                        ReconcileKey.Kind.HOME_TAB,
                        invocation.actor().userId(),
                        invocation.place(),
                        HomeTabReconciler.opening(clock.instant(), command.blank())));
    }
}
