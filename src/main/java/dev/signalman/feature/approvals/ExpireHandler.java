package dev.signalman.feature.approvals;

import dev.signalman.command.Expire;
import dev.signalman.dispatch.Handler;
import dev.signalman.dispatch.Invocation;
import dev.signalman.dispatch.Outcome;
import jakarta.inject.Inject;

/** Ends a request whose time is over, unless it was decided before. */
final class ExpireHandler implements Handler<Expire> {
    private final RequestStore store;
    private final Endings endings;

    @Inject
    ExpireHandler(RequestStore store, Endings endings) {
        this.store = store;
        this.endings = endings;
    }

    @Override
    public Outcome handle(Expire command, Invocation invocation) {
        return store.find(command.request())
                .filter(request -> request.state() == State.WAITING && endings.over(request))
                .map(endings::expire)
                .orElse(Outcome.nothing());
    }
}
