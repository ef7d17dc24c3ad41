package dev.signalman.feature.approvals;

import dev.signalman.command.Approve;
import dev.signalman.dispatch.Handler;
import dev.signalman.dispatch.Invocation;
import dev.signalman.dispatch.Outcome;
import jakarta.inject.Inject;

/** Takes a vote for a request. */
final class ApproveHandler implements Handler<Approve> {
    private final VoteProcessor voteProcessor;
    private final VoterHomeRefresh home;

    @Inject
    ApproveHandler(VoteProcessor voteProcessor, VoterHomeRefresh home) {
        this.voteProcessor = voteProcessor;
        this.home = home;
    }

    @Override
    public Outcome handle(Approve command, Invocation invocation) {
        return home.after(voteProcessor.approve(command.request(), command.because(), invocation), invocation);
    }
}
