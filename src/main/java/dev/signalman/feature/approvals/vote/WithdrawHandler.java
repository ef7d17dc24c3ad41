package dev.signalman.feature.approvals.vote;

import dev.signalman.command.Refusal;
import dev.signalman.command.Withdraw;
import dev.signalman.dispatch.Handler;
import dev.signalman.dispatch.Invocation;
import dev.signalman.dispatch.Outcome;
import dev.signalman.dispatch.Wake;
import dev.signalman.feature.approvals.request.RequestState;
import jakarta.inject.Inject;

/** Withdraws a request for its requester. */
public final class WithdrawHandler implements Handler<Withdraw> {
    private final RequestCloser closer;

    @Inject
    WithdrawHandler(RequestCloser closer) {
        this.closer = closer;
    }

    @Override
    public Outcome handle(Withdraw command, Invocation invocation) {
        var request = closer.pending(command.request());
        if (!request.requester().userId().equals(invocation.actor().userId())) {
            throw new Refusal("Only " + request.requester().name()
                    + (request.held() == null ? ", who requested it" : ", who started it") + ", can withdraw "
                    + request.named() + ". "
                    + (request.state() == RequestState.SCHEDULED
                                    && request.votes().isEmpty()
                            ? "You can reject it."
                            : "An approver can reject it."));
        }
        var withdrawn = closer.end(
                request,
                RequestState.WITHDRAWN,
                invocation.actor(),
                command.because() == null ? "" : command.because());
        return withdrawn.waking(Wake.homeTab(invocation.actor().userId()));
    }
}
