package dev.signalman.feature.approvals;

import dev.signalman.command.Approve;
import dev.signalman.dispatch.Handler;
import dev.signalman.dispatch.Invocation;
import dev.signalman.dispatch.Outcome;
import jakarta.inject.Inject;

/** Takes a vote for a request. */
final class ApproveHandler implements Handler<Approve> {
    private final Voting voting;
    private final VoterHome home;

    @Inject
    ApproveHandler(Voting voting, VoterHome home) {
        this.voting = voting;
        this.home = home;
    }

    @Override
    public Outcome handle(Approve command, Invocation invocation) {
        return home.after(voting.approve(command.request(), command.because(), invocation), invocation);
    }
}
