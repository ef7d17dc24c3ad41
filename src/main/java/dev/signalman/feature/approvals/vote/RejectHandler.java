package dev.signalman.feature.approvals.vote;

import dev.signalman.command.Reject;
import dev.signalman.dispatch.Handler;
import dev.signalman.dispatch.Invocation;
import dev.signalman.dispatch.Outcome;
import dev.signalman.dispatch.Wake;
import jakarta.inject.Inject;

/** Takes a vote against a request, which ends the request. */
public final class RejectHandler implements Handler<Reject> {
    private final VoteProcessor votes;

    @Inject
    RejectHandler(VoteProcessor votes) {
        this.votes = votes;
    }

    @Override
    public Outcome handle(Reject command, Invocation invocation) {
        return votes.reject(command.request(), command.because(), invocation)
                .waking(Wake.homeTab(invocation.actor().userId()));
    }
}
