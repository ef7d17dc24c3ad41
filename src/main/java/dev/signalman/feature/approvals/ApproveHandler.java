package dev.signalman.feature.approvals;

import dev.signalman.command.Approve;
import dev.signalman.dispatch.Handler;
import dev.signalman.dispatch.Invocation;
import dev.signalman.dispatch.OpenHomeTabs;
import dev.signalman.dispatch.Outcome;
import jakarta.inject.Inject;

/** Takes a vote for a request. */
final class ApproveHandler implements Handler<Approve> {
    private final VoteProcessor voteProcessor;
    private final OpenHomeTabs homes;

    @Inject
    ApproveHandler(VoteProcessor voteProcessor, OpenHomeTabs homes) {
        this.voteProcessor = voteProcessor;
        this.homes = homes;
    }

    @Override
    public Outcome handle(Approve command, Invocation invocation) {
        return homes.redrawing(voteProcessor.approve(command.request(), command.because(), invocation), invocation);
    }
}
