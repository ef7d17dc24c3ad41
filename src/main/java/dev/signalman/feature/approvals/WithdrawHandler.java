package dev.signalman.feature.approvals;

import dev.signalman.command.Refusal;
import dev.signalman.command.Withdraw;
import dev.signalman.dispatch.Handler;
import dev.signalman.dispatch.Invocation;
import dev.signalman.dispatch.Outcome;
import jakarta.inject.Inject;

/** Withdraws a request for its requester. */
final class WithdrawHandler implements Handler<Withdraw> {
    private final RequestCloser requestCloser;
    private final VoterHomeRefresh home;

    @Inject
    WithdrawHandler(RequestCloser requestCloser, VoterHomeRefresh home) {
        this.requestCloser = requestCloser;
        this.home = home;
    }

    @Override
    public Outcome handle(Withdraw command, Invocation invocation) {
        var request = requestCloser.waiting(command.request());
        if (!request.requester().userId().equals(invocation.actor().userId())) {
            throw new Refusal("Only " + request.requester().name() + ", who asked for it, may withdraw "
                    + request.named() + ". Those who may approve it may reject it.");
        }
        var withdrawn = requestCloser.end(
                request,
                RequestState.WITHDRAWN,
                invocation.actor(),
                command.because() == null ? "" : command.because());
        return home.after(withdrawn, invocation);
    }
}
