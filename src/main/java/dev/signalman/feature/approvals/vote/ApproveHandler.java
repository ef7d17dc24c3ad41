package dev.signalman.feature.approvals.vote;

import dev.signalman.command.Approve;
import dev.signalman.dispatch.Handler;
import dev.signalman.dispatch.Invocation;
import dev.signalman.dispatch.Outcome;
import dev.signalman.dispatch.Wake;
import jakarta.inject.Inject;

/** Takes a vote for a request. */
public final class ApproveHandler implements Handler<Approve> {
    private final VoteProcessor votes;

    @Inject
    ApproveHandler(VoteProcessor votes) {
        this.votes = votes;
    }

    @Override
    public Outcome handle(Approve command, Invocation invocation) {
        return votes.approve(command.request(), command.because(), invocation)
                .waking(Wake.homeTab(invocation.actor().userId()));
    }
}
