package dev.signalman.feature.approvals;

import dev.signalman.command.Reject;
import dev.signalman.dispatch.Handler;
import dev.signalman.dispatch.Invocation;
import dev.signalman.dispatch.Outcome;
import jakarta.inject.Inject;

/** Takes a vote against a request, which ends the request. */
final class RejectHandler implements Handler<Reject> {
    private final VoteProcessor voteProcessor;
    private final VoterHomeRefresh home;

    @Inject
    RejectHandler(VoteProcessor voteProcessor, VoterHomeRefresh home) {
        this.voteProcessor = voteProcessor;
        this.home = home;
    }

    @Override
    public Outcome handle(Reject command, Invocation invocation) {
        return home.after(voteProcessor.reject(command.request(), command.because(), invocation), invocation);
    }
}
