package dev.signalman.feature.locks;

import dev.signalman.command.ListLocks;
import dev.signalman.dispatch.Handler;
import dev.signalman.dispatch.Invocation;
import dev.signalman.dispatch.Outcome;
import jakarta.inject.Inject;

/** Lists what is locked. */
final class ListLocksHandler implements Handler<ListLocks> {
    private final LockList list;

    @Inject
    ListLocksHandler(LockList list) {
        this.list = list;
    }

    @Override
    public Outcome handle(ListLocks command, Invocation invocation) {
        return Outcome.answer(list.all());
    }
}
